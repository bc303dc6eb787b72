import { NotAllowedError } from '@backstage/errors';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { standing, summaryOf } from '../__testUtils__/orders';
import { showCost } from '../__testUtils__/showCost';
import type { CostApi } from '../api/costApiRef';
import { CostColumns } from './CostColumns';

const refs = ['orders', 'cart', 'new', 'payouts'].map(
  name => `component:default/${name}`,
);

const answers = [
  summaryOf('orders'),
  summaryOf('cart', {
    forecast: { amount: '246', low: '240', high: '251' },
    budget: {
      ...standing.budget!,
      amount: '250',
      state: 'near',
      forecast: 0.984,
    },
  }),
  {
    ...summaryOf('new', {
      toDate: '0',
      forecast: undefined,
      budget: undefined,
    }),
    months: [null, '0'],
  },
];

function open(summaries: CostApi['summaries']) {
  showCost(
    <CostColumns keys={refs}>
      {({ cell, note }) => (
        <>
          {note}
          <ul>
            {refs.map(ref => (
              <li key={ref}>
                {cell('month', ref)} {cell('budget', ref)}
              </li>
            ))}
          </ul>
        </>
      )}
    </CostColumns>,
    { summaries },
  );
}

const rows = () =>
  screen
    .getAllByRole('listitem')
    .map(row => row.textContent?.replaceAll('\u00a0', ' '));

describe('cost in the catalog list', () => {
  it('reads all rows with one request; none, near, over and not mine differ', async () => {
    const summaries = jest.fn(async () => answers);
    open(summaries);
    await screen.findByText(/411/);
    expect(rows()).toEqual([
      '411 USD 2.8 % over',
      '246 USD near, 98 %',
      'none none',
      'not yours not yours',
    ]);
    expect(summaries).toHaveBeenCalledTimes(1);
    expect(summaries).toHaveBeenCalledWith(refs);
  });

  it('says once that cost does not answer, and asks again', async () => {
    const summaries = jest.fn<Promise<typeof answers>, [string[]]>();
    summaries.mockRejectedValueOnce(new Error('503'));
    summaries.mockResolvedValue(answers);
    open(summaries);
    await screen.findByText('Unknown: cost has not answered.');
    expect(rows()[0]).toBe('unknown unknown');
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await screen.findByText(/411/);
  });

  it('is quiet for who may see no costs', async () => {
    open(async () => {
      throw new NotAllowedError('Costs are for others.');
    });
    await screen.findAllByText('not yours');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
