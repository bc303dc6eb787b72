import { fireEvent, screen, within } from '@testing-library/react';
import { overviewOf } from '../__testUtils__/overview';
import { show } from '../__testUtils__/show';
import { DeliveryPage } from './DeliveryPage';

const figure = async (name: string) => screen.findByRole('group', { name });

describe('the page Delivery', () => {
  it('says the lead time against its target first', async () => {
    show(<DeliveryPage />);
    expect(
      await screen.findByText(
        /Half of all changes are in production within 24.min, within the target of 30.min/,
      ),
    ).toBeVisible();
    expect(screen.getByText(/1 of 14 failed/)).toBeVisible();
  });

  it('tells each figure with target, base and the period before', async () => {
    show(<DeliveryPage />);
    const time = await figure('Lead time');
    expect(time).toHaveTextContent(
      /24 min.*target 30 min, 81 changes, nine of ten within 70 min, 35 min before/,
    );
    expect(await figure('Time to restore')).toHaveTextContent(/no outage/);
    expect(
      within(await figure('Onboarding')).getByText('target missed'),
    ).toBeVisible();
  });

  it('leads to slow changes, failures and services that wait', async () => {
    show(<DeliveryPage />);
    expect(await screen.findByText('Keep carts for a week')).toBeVisible();
    expect(
      screen.getByText(/3 of 41 deployments without commits/),
    ).toBeVisible();
    expect(screen.getByText('rolled back to a1b2c3d')).toHaveAttribute(
      'href',
      '/catalog/default/component/payouts/health',
    );
    expect(screen.getByText('gift-cards')).toBeVisible();
    expect(screen.getByText('4 of 65')).toBeVisible();
  });

  it('asks for another period and other groups', async () => {
    const { overview } = show(<DeliveryPage />);
    await screen.findByText('commerce');
    fireEvent.click(screen.getByText('90 days'));
    fireEvent.click(await screen.findByRole('button', { name: 'System' }));
    await screen.findByText('commerce');
    expect(overview).toHaveBeenLastCalledWith({ days: 90, by: 'system' });
  });

  it('names sources that are silent, and does not take them for zero', async () => {
    const { figures } = overviewOf();
    show(<DeliveryPage />, {
      overview: async () =>
        overviewOf({
          sources: [
            {
              id: 'health',
              title: 'Health',
              state: 'silent',
              message: '503',
              path: '/health',
            },
          ],
          figures: {
            ...figures,
            changeFailureRate: { n: 0, trend: [], unknown: 'Health is off' },
          },
        }),
    });
    expect(
      await screen.findByText('Health has not answered yet.'),
    ).toBeVisible();
    expect(await figure('Change failures')).toHaveTextContent(
      /unknown.*unknown: Health is off/,
    );
  });

  it('says that nothing was collected yet', async () => {
    show(<DeliveryPage />, {
      overview: async () => overviewOf({ asOf: undefined }),
    });
    expect(await screen.findByText('Nothing was collected yet')).toBeVisible();
  });

  it('says why it has nothing to show', async () => {
    show(<DeliveryPage />, {
      overview: () => Promise.reject(new Error('database is gone')),
    });
    expect(await screen.findByText('Delivery has not answered.')).toBeVisible();
    expect(screen.getByText('Try now')).toBeVisible();
  });
});
