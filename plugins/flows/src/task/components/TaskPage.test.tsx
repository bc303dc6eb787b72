import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import {
  scaffolderApiRef,
  type LogEvent,
  type ScaffolderApi,
} from '@backstage/plugin-scaffolder-react';
import {
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { SWRConfig } from 'swr';
import {
  giftCardsCompleted,
  giftCardsFailed,
  giftCardsRunning,
  giftCardsTask,
} from '../fixtures/giftCards';
import type { TaskLedger } from '@portico/plugin-flows-common';
import { flowsApiRef, type FlowsApi } from '../../api/flowsApiRef';
import {
  ledgerRemoved,
  ledgerRunning,
  ledgerStuck,
} from '../fixtures/giftCardsLedger';
import { TaskPage } from './TaskPage';

type Observer = {
  next(event: LogEvent): void;
  error(error: Error): void;
};

function setup(
  events: LogEvent[],
  options: {
    denied?: string[];
    getTask?: ScaffolderApi['getTask'];
    ledger?: TaskLedger;
  } = {},
) {
  const observers: Observer[] = [];
  const api = {
    getTask: options.getTask ?? (async () => giftCardsTask),
    listTasks: async () => ({ tasks: [] }),
    cancelTask: jest.fn(async () => ({ status: 'cancelled' as const })),
    retry: jest.fn(async () => ({ id: giftCardsTask.id })),
    streamLogs: jest.fn(({ after }: { after?: number }) => ({
      subscribe: (observer: Observer) => {
        observers.push(observer);
        events
          .filter(event => event.id > (after ?? 0))
          .forEach(event => observer.next(event));
        return { unsubscribe: () => undefined };
      },
    })),
  };
  const flowsApi = {
    getLedger: jest.fn(async () => options.ledger ?? ledgerRunning()),
    runCleanup: jest.fn(),
  };
  const permissionApi = {
    authorize: async (request: AuthorizePermissionRequest) => ({
      result: options.denied?.includes(request.permission.name)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }),
  };
  renderInTestApp(
    <TestApiProvider
      apis={[
        [scaffolderApiRef, api as unknown as ScaffolderApi],
        [flowsApiRef, flowsApi as unknown as FlowsApi],
        [permissionApiRef, permissionApi as never],
      ]}
    >
      {/* The answers on permissions are cached there: each test has its own. */}
      <SWRConfig value={{ provider: () => new Map() }}>
        <Routes>
          <Route path="/create/tasks/:taskId/*" element={<TaskPage />} />
        </Routes>
      </SWRConfig>
    </TestApiProvider>,
    { initialRouteEntries: [`/create/tasks/${giftCardsTask.id}`] },
  );
  return { api, flowsApi, observers };
}

describe('TaskPage', () => {
  it('shows a running task: steps, log of the current step, links and what it has done', async () => {
    setup(giftCardsRunning());
    expect(
      await screen.findByRole('heading', { name: 'New service gift-cards' }),
    ).toBeInTheDocument();
    expect(await screen.findAllByText(/Step 4 of 6/)).not.toHaveLength(0);
    expect(screen.getByText(/Lena Fischer for/)).toHaveTextContent(
      'Lena Fischer for commerce, template new-service: Node.js, PostgreSQL, environment dev.',
    );
    const log = screen.getByRole('log', { name: 'Log of step 4' });
    expect(log).toHaveTextContent('aws_db_instance.main: still creating, 18 s');
    expect(log).not.toHaveTextContent('▸');
    expect(
      screen.getByRole('progressbar', { name: 'Provision resources' }),
    ).toHaveAttribute('aria-valuenow', '2');
    const table = await screen.findByRole('table');
    expect(
      within(table).getByRole('row', { name: /Making Database/ }),
    ).toHaveTextContent('destroyed');
    expect(
      screen.getByText(/what it made is removed in reverse order/),
    ).toBeInTheDocument();
    const links = screen.getByRole('list', { name: 'Links of this task' });
    expect(
      within(links).getByRole('link', { name: 'mini-org/gift-cards' }),
    ).toBeInTheDocument();
    expect(links).toHaveTextContent('after step 5');
    expect(screen.getByText(/The server restarted at/)).toHaveTextContent(
      'steps 1 to 3 were not run again',
    );
  });

  it('follows new lines without a reload', async () => {
    const { observers } = setup(giftCardsRunning());
    await screen.findByRole('log');
    act(() =>
      observers[0].next({
        id: 900,
        taskId: giftCardsTask.id,
        type: 'log',
        createdAt: '2026-10-20T14:02:33.000Z',
        body: { stepId: 'provision-resources', message: 'info: database made' },
      }),
    );
    expect(await screen.findByText('database made')).toBeInTheDocument();
  });

  it('shows the log of a chosen step or of all', async () => {
    setup(giftCardsRunning());
    await userEvent.click(
      await screen.findByRole('button', { name: /Check the request/ }),
    );
    expect(
      screen.getByRole('log', { name: 'Log of step 1' }),
    ).toHaveTextContent('The name gift-cards is free');
    await userEvent.click(screen.getByRole('button', { name: 'All steps' }));
    expect(
      screen.getByRole('log', { name: 'Log of all steps' }),
    ).toHaveTextContent('Confirmed run-Zt4wQ');
  });

  it('cancels after a question that says what exists by then', async () => {
    const { api } = setup(giftCardsRunning());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cancel and clean up…' }),
    );
    const dialog = screen.getByRole('dialog');
    await waitFor(() =>
      expect(dialog).toHaveTextContent(
        'what it made is removed, latest first: workspace gift-cards-dev, repository mini-org/gift-cards.',
      ),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel and clean up' }),
    );
    expect(api.cancelTask).toHaveBeenCalledWith(giftCardsTask.id);
  });

  it('offers no action to whoever may not', async () => {
    setup(giftCardsRunning(), {
      denied: ['scaffolder.task.cancel', 'scaffolder.task.create'],
    });
    await screen.findByRole('log');
    expect(screen.queryByRole('button', { name: /Cancel/ })).toBeNull();
    expect(screen.queryByRole('button', { name: /Start over/ })).toBeNull();
  });

  it('says when the connection broke, and goes on after the last line it has', async () => {
    const { api, observers } = setup(giftCardsRunning());
    await screen.findByRole('log');
    act(() => observers[0].error(new Error('SSE connection closed')));
    expect(await screen.findByText(/Connection lost/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(api.streamLogs).toHaveBeenCalledTimes(2));
    expect(api.streamLogs).toHaveBeenLastCalledWith(
      expect.objectContaining({ after: giftCardsRunning().at(-1)?.id }),
    );
    expect(await screen.findByText(/Live/)).toBeInTheDocument();
  });

  it('says why a task failed, and that nothing of it is left', async () => {
    setup(giftCardsFailed(), { ledger: ledgerRemoved() });
    const verdict = await screen.findByRole('alert');
    await waitFor(() =>
      expect(verdict).toHaveTextContent(
        'Failed at step 4, Provision resources; both things it made are removed.',
      ),
    );
    expect(verdict).toHaveTextContent('quota exceeded');
    expect(within(verdict).queryByRole('button', { name: /Try/ })).toBeNull();
    const table = screen.getByRole('table');
    expect(
      within(table).getByRole('row', { name: /Removed Repository/ }),
    ).toHaveTextContent('gone');
    expect(
      within(table).getByRole('row', { name: /Kept GitHub/ }),
    ).toHaveTextContent('left alone');
    expect(
      screen.getByRole('list', { name: 'Links of this task' }),
    ).toHaveTextContent('RepositoryremovedCI runremovedTerraform runremoved');
  });

  it('names what could not be removed, with the command, and lets the platform team try again', async () => {
    const next = new Date(Date.now() + 22_500).toISOString();
    const { flowsApi } = setup(giftCardsFailed(), {
      ledger: ledgerStuck(next),
    });
    const verdict = await screen.findByRole('alert');
    await waitFor(() =>
      expect(verdict).toHaveTextContent(
        '1 of 2 things it made is removed, 1 could not be.',
      ),
    );
    expect(verdict).toHaveTextContent(/Tried 3 times, last .*, next in 2\d.s/);
    expect(
      within(verdict).getByRole('link', { name: 'gift-cards-dev' }),
    ).toBeInTheDocument();
    const table = screen.getByRole('table');
    expect(table).toHaveTextContent('bucket is not empty');
    expect(table).toHaveTextContent(
      'TF_WORKSPACE=gift-cards-dev terraform destroy',
    );
    await userEvent.click(
      within(verdict).getByRole('button', { name: 'Run clean-up again' }),
    );
    expect(flowsApi.runCleanup).toHaveBeenCalledWith(giftCardsTask.id);
  });

  it('offers the clean-up to nobody who may not run it', async () => {
    setup(giftCardsFailed(), {
      ledger: ledgerStuck('2026-10-20T14:10:00.000Z'),
      denied: ['portico.cleanup.run'],
    });
    await screen.findByText(/could not be\./);
    expect(
      screen.queryByRole('button', { name: 'Run clean-up again' }),
    ).toBeNull();
  });

  it('lets a task that made nothing be tried again', async () => {
    const { api } = setup(giftCardsFailed(), { ledger: { rows: [] } });
    const verdict = await screen.findByRole('alert');
    expect(verdict).toHaveTextContent('it had made nothing.');
    await userEvent.click(
      within(verdict).getByRole('button', { name: 'Try again from step 4' }),
    );
    expect(api.retry).toHaveBeenCalledWith(giftCardsTask.id);
    await waitFor(() => expect(api.streamLogs).toHaveBeenCalledTimes(2));
  });

  it('ends with the result', async () => {
    setup(giftCardsCompleted());
    expect(await screen.findAllByText(/Completed/)).not.toHaveLength(0);
    expect(
      screen.getByRole('heading', { name: 'What next' }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Cancel/ })).toBeNull();
  });

  it('says so when there is no such task', async () => {
    setup([], {
      getTask: async () => {
        throw Object.assign(new Error('Task with id 1 does not exist'), {
          response: { status: 404 },
        });
      },
    });
    expect(
      await screen.findByRole('heading', { name: /There is no task/ }),
    ).toBeInTheDocument();
  });
});
