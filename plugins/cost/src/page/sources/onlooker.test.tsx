import { screen, within } from '@testing-library/react';
import { openPage } from '../__testUtils__/openPage';
import { source } from '../__testUtils__/source';

// In a file of its own: what somebody may do is remembered from one test to the next.
it('says what is known, what is missing, and what could not be read', async () => {
  openPage('/cost/sources', { sources: async () => [source] }, false);
  const table = await screen.findByRole('table', { name: 'Sources' });
  const [, row] = within(table).getAllByRole('row');
  expect(row).toHaveTextContent('billed, to compare with, in no sum');
  expect(row).toHaveTextContent(/19 Novmissing 18 Nov/);
  expect(row).toHaveTextContent('reading back, 4 of 13 parts');
  expect(row).toHaveTextContent('429: asked too often');
  expect(row).toHaveTextContent(/1201\.20\sUSD/);
  expect(
    within(row).queryByRole('button', { name: /Collect/ }),
  ).not.toBeInTheDocument();
  expect(
    within(
      screen.getByRole('table', { name: 'Could not be read' }),
    ).getAllByRole('row')[1],
  ).toHaveTextContent('AWS Cost Explorerpart-0.csv14BilledCost');
});
