import { EntityKindFilter } from '@backstage/plugin-catalog-react';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { HealthApi } from '../api/healthApiRef';
import { service } from '../__testUtils__/services';
import { showHealth } from '../__testUtils__/showHealth';
import { CatalogHealth } from './CatalogHealth';
import { HealthFilter } from './HealthFilter';

const refs = ['cart', 'orders', 'payouts', 'lib'].map(
  name => `component:default/${name}`,
);
const since = new Date(Date.now() - 12 * 60_000).toISOString();
const answers = [
  service('cart'),
  service('orders', { state: 'degraded', since }),
  service('payouts', { state: 'unknown', since, figures: {} }),
  undefined,
];

/** A list like the catalog's, with its filter. */
function open(
  summaries: HealthApi['summaries'],
  options: { query?: object; kind?: string } = {},
) {
  const { query = {}, kind = 'component' } = options;
  showHealth(
    <MockEntityListContextProvider
      value={{
        queryParameters: query as never,
        filters: { kind: new EntityKindFilter(kind, kind) },
      }}
    >
      <HealthFilter />
      <CatalogHealth keys={refs}>
        {({ cell, compare, includes, note }) => (
          <>
            {note}
            <ul>
              {refs
                .filter(ref => includes?.(ref) ?? true)
                .sort(compare)
                .map(ref => (
                  <li key={ref}>
                    {ref.replace(/.*\//, '')} {cell('health', ref)}{' '}
                    {cell('p95', ref)} {cell('budget', ref)}
                  </li>
                ))}
            </ul>
          </>
        )}
      </CatalogHealth>
    </MockEntityListContextProvider>,
    { summaries },
  );
}

const rows = () =>
  screen
    .getAllByRole('listitem')
    .map(row => row.textContent?.replaceAll('\u00a0', ' '));

describe('health in the catalog list', () => {
  it('reads all rows with one request and orders them by state', async () => {
    const summaries = jest.fn(async () => answers);
    open(summaries);
    await screen.findByText(/Degraded/, { selector: 'li *' });
    expect(rows()).toEqual([
      'orders Degraded 12 min 144 ms 96 %',
      'payouts Unknown 12 min ?unknown no objective',
      'cart Healthy 144 ms 96 %',
      'lib no verdict none none',
    ]);
    expect(summaries).toHaveBeenCalledTimes(1);
    expect(summaries).toHaveBeenCalledWith(refs);
  });

  it('narrows the list down to states, unknown by itself', async () => {
    open(async () => answers);
    await screen.findByText(/Degraded/, { selector: 'li *' });
    await userEvent.click(screen.getByRole('checkbox', { name: 'Unknown' }));
    expect(rows()).toEqual([expect.stringMatching(/^payouts/)]);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Degraded' }));
    expect(rows()).toHaveLength(2);
  });

  it('takes the states from the address', async () => {
    open(async () => answers, { query: { health: ['healthy', 'sunny'] } });
    await screen.findByText('cart', { exact: false, selector: 'li' });
    expect(screen.getByRole('checkbox', { name: 'Healthy' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: 'Failing' })).not.toBeChecked();
  });

  it('keeps the list when health does not answer, and the column says so', async () => {
    const summaries = jest.fn<Promise<typeof answers>, [string[]]>();
    summaries.mockRejectedValue(new Error('503 Service Unavailable'));
    open(summaries);
    expect(
      await screen.findByText('Unknown: health has not answered.'),
    ).toBeInTheDocument();
    expect(rows()[0]).toBe('cart Unknown unknown unknown');
    expect(rows()).toHaveLength(4);
    summaries.mockResolvedValue(answers);
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await screen.findByText(/Degraded/, { selector: 'li *' });
  });

  it('has no filter for kinds without verdicts', () => {
    open(async () => answers, { kind: 'system' });
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
