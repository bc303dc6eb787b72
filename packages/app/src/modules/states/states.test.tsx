import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
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
