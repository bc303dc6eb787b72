import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openPage } from './__testUtils__/openPage';
import { mine, organisation } from './__testUtils__/organisation';

const refused = (message: string) => {
  const cause = Object.assign(new Error(message), { name: 'NotAllowedError' });
  return Object.assign(new Error(`Request failed: ${message}`), { cause });
};

// A browser scrolls; jsdom says that it can't.
window.scrollTo = () => {};

describe('who sees what', () => {
  it('shows engineers what is theirs and says so, without the bill', async () => {
    openPage('/cost', { organisation: async () => mine });
    expect(
      await screen.findByText(
        /^What you may see: your teams’ and their systems’/,
      ),
    ).toBeInTheDocument();
    const month = screen.getByRole('group', { name: 'Month to date' });
    expect(month).toHaveTextContent(/2,611\.35\sUSD/);
    expect(screen.queryByText('Unattributed', { selector: 'h2' })).toBeNull();
    expect(screen.queryByRole('group', { name: 'Reconciliation' })).toBeNull();
    const tabs = within(
      screen.getByRole('navigation', { name: 'Cost, sections' }),
    );
    expect(tabs.queryByRole('link', { name: 'Unattributed' })).toBeNull();
    expect(tabs.queryByRole('link', { name: 'Sources' })).toBeNull();
    expect(tabs.getByRole('link', { name: 'Teams' })).toBeInTheDocument();
  });

  it('says for whom the whole bill is to whom it is not', async () => {
    const unattributed = jest.fn();
    openPage('/cost/unattributed', {
      organisation: async () => mine,
      unattributed,
    });
    expect(
      await screen.findByText(
        'The whole bill is for finance and the platform team',
      ),
    ).toBeInTheDocument();
    await waitFor(() => expect(unattributed).not.toHaveBeenCalled());
  });

  it('shows no number to whom no costs are shown', async () => {
    openPage('/cost', {
      organisation: async () => {
        throw refused('Ask the platform team for cost.subject.read.');
      },
    });
    expect(
      await screen.findByText(
        'Costs are for engineers, finance and the platform team',
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/Ask the platform team for cost.subject.read/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Teams' })).toBeNull();
    expect(document.body).not.toHaveTextContent(/\d/);
  });

  it('says why nothing is shown where nobody answered', async () => {
    const asked = jest.fn(async () => organisation);
    asked.mockRejectedValueOnce(new Error('503 Service Unavailable'));
    openPage('/cost', { organisation: asked });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try now' }),
    );
    expect(
      await screen.findByText(/^November is heading 950 USD/),
    ).toBeInTheDocument();
  });
});
