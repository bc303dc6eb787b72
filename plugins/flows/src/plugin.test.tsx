import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { screen } from '@testing-library/react';
import { giftCardsTask } from './task/fixtures/giftCards';
import flowsPlugin from '.';

const root = createRouteRef();

/** Stands for the stock plugin, which serves everything under its path. */
const scaffolder = createFrontendPlugin({
  pluginId: 'scaffolder',
  routes: { root },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/create',
        routeRef: root,
        loader: async () => <p>stock page</p>,
      },
    }),
  ],
});

function open(path: string) {
  renderTestApp({
    features: [scaffolder, flowsPlugin],
    initialRouteEntries: [path],
    apis: [
      [
        scaffolderApiRef,
        {
          getTask: async () => giftCardsTask,
          listTasks: async () => ({ tasks: [] }),
          streamLogs: () => ({
            subscribe: () => ({ unsubscribe: () => undefined }),
          }),
        } as never,
      ],
    ],
  });
}

describe('the flows plugin', () => {
  it('takes the page of a task over from the scaffolder', async () => {
    open(`/create/tasks/${giftCardsTask.id}`);
    expect(
      await screen.findByRole('heading', { name: 'New service gift-cards' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('stock page')).toBeNull();
  });

  it.each([
    '/create',
    '/create/tasks',
    '/create/templates/default/new-service',
  ])('leaves %s to it', async path => {
    open(path);
    expect(await screen.findByText('stock page')).toBeInTheDocument();
  });
});
