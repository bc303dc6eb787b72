import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { showCost } from '../../__testUtils__/showCost';
import { source } from '../__testUtils__/source';
import { SourcesTab } from './SourcesTab';

describe('collecting', () => {
  it('says what collecting now costs before it is done', async () => {
    const collect = jest.fn(async () => {});
    showCost(<SourcesTab />, { sources: async () => [source], collect });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Collect AWS Cost Explorer now',
      }),
    );
    expect(
      await screen.findByText(/Asking now takes 4\srequests, 0\.04\sUSD/),
    ).toBeInTheDocument();
    expect(collect).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Collect now' }));
    await waitFor(() => expect(collect).toHaveBeenCalledWith(source.id));
  });
});
