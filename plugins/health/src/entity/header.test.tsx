import { screen, waitFor } from '@testing-library/react';
import { at, ordersEntity, ordersVerdict } from '../__testUtils__/orders';
import { show } from '../__testUtils__/render';
import { HealthBadge } from './HealthBadge';
import { HealthFreshness } from './HealthFreshness';
import { OnCallCard } from './OnCallCard';
import { WithHealth } from './WithHealth';

describe('the head of an entity', () => {
  it('has the verdict and for how long', async () => {
    const since = new Date(Date.now() - 12.5 * 60_000).toISOString();
    show(<HealthBadge />, {
      api: { verdict: async () => ordersVerdict({ since }) },
    });
    expect(
      (await screen.findByText('Degraded')).parentElement,
    ).toHaveTextContent(/^Degraded 12\smin$/);
  });

  it.each([
    [30, 'Live · as of'],
    [600, 'As of'],
  ])('says how fresh it is, %s s after', async (seconds, words) => {
    const asOf = new Date(Date.now() - seconds * 1000);
    const nextAt = new Date(asOf.getTime() + 60_000).toISOString();
    const verdict = ordersVerdict({ asOf: asOf.toISOString(), nextAt });
    show(<HealthFreshness />, { api: { verdict: async () => verdict } });
    expect(
      await screen.findByText(new RegExp(`^${words}`)),
    ).toBeInTheDocument();
  });

  it('asks nothing of what does not run', async () => {
    const verdict = jest.fn(async () => ordersVerdict());
    show(
      <>
        <p>page</p>
        <WithHealth>
          <HealthBadge />
        </WithHealth>
      </>,
      {
        entity: { ...ordersEntity, spec: { type: 'library' } },
        api: { verdict },
      },
    );
    expect(await screen.findByText('page')).toBeInTheDocument();
    expect(verdict).not.toHaveBeenCalled();
  });
});

describe('who is on call', () => {
  it('comes in order, with what is open', async () => {
    show(<OnCallCard />);
    const [first, second, incident] = await screen.findAllByRole('listitem');
    expect(first).toHaveTextContent(/Priya Raman.*until/);
    expect(second).toHaveTextContent('Tomás Vidalsecond');
    expect(incident).toHaveTextContent('No open incident');
  });

  it('is said not to be known while PagerDuty is silent', async () => {
    show(<OnCallCard />, {
      api: {
        verdict: async () =>
          ordersVerdict({
            onCall: undefined,
            sources: [
              {
                provider: 'pagerduty',
                title: 'PagerDuty',
                state: 'silent',
                answeredAt: at('13:36'),
                message: '503 after 3 tries',
                path: '/sources#pagerduty',
              },
            ],
          }),
      },
    });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'PagerDuty has not answered. 503 after 3 tries',
    );
    expect(
      screen.getByRole('link', { name: 'Status of sources' }),
    ).toHaveAttribute('href', '/sources#pagerduty');
    expect(
      screen.queryByText('Nobody is on call now.'),
    ).not.toBeInTheDocument();
  });

  it('is no card where nothing is connected', async () => {
    show(
      <>
        <p>page</p>
        <OnCallCard />
      </>,
      { api: { verdict: async () => ordersVerdict({ onCall: undefined }) } },
    );
    await screen.findByText('page');
    await waitFor(() =>
      expect(screen.queryByText('On call')).not.toBeInTheDocument(),
    );
  });
});
