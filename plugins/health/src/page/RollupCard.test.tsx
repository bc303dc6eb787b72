import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { service } from '../__testUtils__/services';
import { showHealth } from '../__testUtils__/showHealth';
import { RollupCard } from './RollupCard';

const counts = { failing: 0, degraded: 0, unknown: 0, healthy: 0 };

function open(kind: string, relations: { type: string; targetRef: string }[]) {
  const rollups = jest.fn(async () => [
    {
      ref: 'group:default/commerce',
      state: 'degraded' as const,
      counts: { ...counts, degraded: 1, healthy: 9 },
      worst: [service('orders', { state: 'degraded', headline: 'Slow.' })],
    },
    {
      ref: 'group:default/payments',
      state: 'failing' as const,
      counts: { ...counts, failing: 1, healthy: 6 },
      worst: [service('payouts', { state: 'failing', headline: 'Errors.' })],
    },
  ]);
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'commerce', namespace: 'default' },
    relations,
  };
  showHealth(
    <EntityProvider entity={entity}>
      <RollupCard />
    </EntityProvider>,
    { rollups },
  );
  return rollups;
}

describe('the card of roll-ups', () => {
  it('counts the services of a group and says which is worst', async () => {
    const rollups = open('Group', []);
    expect(await screen.findByText('10 services')).toBeInTheDocument();
    expect(rollups).toHaveBeenCalledWith('owner');
    const rows = within(
      screen.getByRole('table', { name: 'Not healthy' }),
    ).getAllByRole('row');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveTextContent('Degraded ordersSlow.');
    expect(screen.getByRole('link', { name: 'All services' })).toHaveAttribute(
      'href',
      '/health?team=group%3Adefault%2Fcommerce',
    );
  });

  it('adds up what the groups of a person own, the worst first', async () => {
    open('User', [
      { type: 'memberOf', targetRef: 'group:default/commerce' },
      { type: 'memberOf', targetRef: 'group:default/payments' },
    ]);
    expect(await screen.findByText('17 services')).toBeInTheDocument();
    const [first] = within(
      screen.getByRole('table', { name: 'Not healthy' }),
    ).getAllByRole('row');
    expect(first).toHaveTextContent('payouts');
  });

  it('says so where nothing has a verdict', async () => {
    open('System', []);
    expect(
      await screen.findByText('No service of commerce has a verdict'),
    ).toBeInTheDocument();
  });
});
