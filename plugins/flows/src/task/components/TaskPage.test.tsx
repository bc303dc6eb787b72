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
import { TaskPage } from './TaskPage';

type Observer = {
  next(event: LogEvent): void;
  error(error: Error): void;
};

function setup(
  events: LogEvent[],
  options: { denied?: string[]; getTask?: ScaffolderApi['getTask'] } = {},
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
  return { api, observers };
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
    const table = screen.getByRole('table');
    expect(
      within(table).getByRole('row', { name: /Making Database/ }),
    ).toHaveTextContent('destroyed by the workspace');
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
      await screen.findByRole('button', { name: 'Cancel…' }),
    );
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('repository mini-org/gift-cards');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel the task' }),
    );
    expect(api.cancelTask).toHaveBeenCalledWith(giftCardsTask.id);
  });

  it('offers no action to whoever may not', async () => {
    setup(giftCardsRunning(), {
      denied: ['scaffolder.task.cancel', 'scaffolder.task.create'],
    });
    await screen.findByRole('log');
    expect(screen.queryByRole('button', { name: 'Cancel…' })).toBeNull();
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

  it('says why a task failed, what is left and what to do', async () => {
    const { api } = setup(giftCardsFailed());
    const verdict = await screen.findByRole('alert');
    expect(verdict).toHaveTextContent('Failed at step 4: Provision resources.');
    expect(verdict).toHaveTextContent('quota exceeded');
    expect(verdict).toHaveTextContent('Repository mini-org/gift-cards');
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
    expect(screen.queryByRole('button', { name: 'Cancel…' })).toBeNull();
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
