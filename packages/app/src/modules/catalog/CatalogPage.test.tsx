import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityKindPicker,
  entityRouteRef,
  EntityTagPicker,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { RowColumns } from '@portico/ui';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CatalogPage } from './CatalogPage';

const component = (name: string, tags: string[] = []) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', tags, description: `Does ${name}.` },
  spec: { type: 'service', lifecycle: 'production', owner: 'commerce' },
});
const entities = [
  component('cart', ['java']),
  component('orders', ['java', 'checkout']),
  component('tax'),
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'order-service', namespace: 'default' },
    spec: { owner: 'commerce', domain: 'retail' },
  },
];

/** A plugin for which orders is the one that matters. */
const weather: RowColumns = {
  kinds: ['component'],
  columns: [{ id: 'weather', title: 'Weather' }],
  Source: ({ children }) => (
    <>
      {children({
        cell: (_, ref) => (ref.endsWith('orders') ? 'storm' : 'sun'),
        compare: (a, b) =>
          Number(b.endsWith('orders')) - Number(a.endsWith('orders')),
        includes: ref => !ref.endsWith('tax'),
        note: <p>Since this morning.</p>,
      })}
    </>
  ),
};

function open(catalog: object = {}, path = '/catalog') {
  renderInTestApp(
    <CatalogPage
      filters={
        <>
          <EntityKindPicker initialFilter="component" />
          <EntityTagPicker />
        </>
      }
      plugins={[weather]}
    />,
    {
      mountPath: '/catalog',
      initialRouteEntries: [path],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
      },
      apis: [
        [catalogApiRef, Object.assign(catalogApiMock({ entities }), catalog)],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        mockApis.permission(),
      ],
    },
  );
}

const namesIn = (table: HTMLElement) =>
  within(table)
    .getAllByRole('rowheader')
    .map(cell => cell.textContent);

// A browser scrolls; jsdom says that it can't.
window.scrollTo = () => {};

describe('the catalog', () => {
  it('lists all of a kind in the order of the plugins, then by name, with their columns', async () => {
    open();
    const table = await screen.findByRole('table', { name: 'Components' });
    expect(namesIn(table)).toEqual(['orders', 'cart']);
    const [head, orders] = within(table).getAllByRole('row');
    expect(head).toHaveTextContent('NameWeatherOwnerSystemTypeLifecycle');
    expect(orders).toHaveTextContent(/^ordersstorm.*serviceproduction$/);
    expect(
      within(orders).getByRole('link', { name: 'orders' }),
    ).toHaveAttribute('href', '/catalog/default/component/orders');
    expect(screen.getByText('2 in all')).toBeInTheDocument();
    expect(screen.getByText('Since this morning.')).toBeInTheDocument();
  });

  it('narrows them down by words and stars them', async () => {
    open();
    await screen.findByRole('table', { name: 'Components' });
    await userEvent.type(
      screen.getByLabelText('Filter by name or tag'),
      'CHECKOUT',
    );
    const table = screen.getByRole('table', { name: 'Components' });
    expect(namesIn(table)).toEqual(['orders']);
    const star = screen.getByRole('button', { name: 'Star orders' });
    await userEvent.click(star);
    expect(star).toHaveAttribute('aria-pressed', 'true');
    await userEvent.type(screen.getByLabelText('Filter by name or tag'), 'x');
    expect(
      screen.getByText('Nothing in the catalog is like that'),
    ).toBeInTheDocument();
  });

  it('has the columns of other kinds, without those of plugins for components', async () => {
    open({}, '/catalog?filters[kind]=system');
    const table = await screen.findByRole('table', { name: 'Systems' });
    const [head, row] = within(table).getAllByRole('row');
    expect(head).toHaveTextContent('NameOwnerDomainDescription');
    expect(row).toHaveTextContent('order-service');
  });

  it('says so when the catalog does not answer, and asks again', async () => {
    const mock = catalogApiMock({ entities });
    const streamEntities = jest.fn(() => {
      throw new Error('503 Service Unavailable');
    });
    open({ streamEntities });
    expect(
      await screen.findByText('Unknown: the catalog has not answered'),
    ).toBeInTheDocument();
    streamEntities.mockImplementation(((request: object) =>
      mock.streamEntities(request)) as never);
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(
      await screen.findByRole('table', { name: 'Components' }),
    ).toBeInTheDocument();
  });
});
