import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Waiting } from '../../parts/Waiting';
import { PageNotFound } from './PageNotFound';
import { PluginFailed } from './PluginFailed';

it('says that nothing lives at an address, and where to go', async () => {
  renderInTestApp(<PageNotFound />, {
    initialRouteEntries: ['/team/old-page'],
  });
  expect(
    await screen.findByRole('heading', {
      name: 'Nothing lives at /team/old-page',
    }),
  ).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Search for it' })).toHaveAttribute(
    'href',
    '/search?query=team%20old%20page',
  );
});

it('names the part that failed and tries again', async () => {
  const resetError = jest.fn();
  renderInTestApp(
    <PluginFailed error={new Error('boom')} resetError={resetError} />,
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'This part of the page could not be drawn: boom',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
  expect(resetError).toHaveBeenCalledTimes(1);
});

it('shows grey bars after 200 ms, and after 10 s for whom it waits', () => {
  jest.useFakeTimers();
  try {
    renderInTestApp(<Waiting what="Prometheus" />);
    act(() => jest.advanceTimersByTime(100));
    const waiting = screen.getByRole('status', { hidden: true });
    expect(waiting).not.toBeVisible();
    act(() => jest.advanceTimersByTime(150));
    expect(waiting).toBeVisible();
    expect(waiting).toHaveTextContent('Loading');
    act(() => jest.advanceTimersByTime(10_000));
    expect(waiting).toHaveTextContent('Still waiting for Prometheus');
  } finally {
    jest.useRealTimers();
  }
});
