import type { LogEvent } from '@backstage/plugin-scaffolder-react';
import { giftCardsCompleted, giftCardsTask } from '../fixtures/giftCards';
import { usualDurations } from './usualDurations';

function api(tasks: { id: string; status: string; template?: string }[]) {
  const streamLogs = jest.fn((_: { taskId: string }) => ({
    subscribe: (observer: {
      next(event: LogEvent): void;
      complete(): void;
    }) => {
      giftCardsCompleted().forEach(event => observer.next(event));
      setTimeout(() => observer.complete());
      return { unsubscribe: () => undefined };
    },
  }));
  return {
    streamLogs,
    listTasks: async () => ({
      tasks: tasks.map(({ id, status, template = 'new-service' }) => ({
        ...giftCardsTask,
        id,
        status,
        spec: {
          ...giftCardsTask.spec,
          templateInfo: { entityRef: `template:default/${template}` },
        },
      })),
    }),
  };
}

describe('usualDurations', () => {
  it('come from complete runs of the same template', async () => {
    const scaffolder = api([
      { id: 'failed', status: 'failed' },
      { id: 'other', status: 'completed', template: 'user-onboarding' },
      { id: 'good', status: 'completed' },
    ]);
    const durations = await usualDurations(scaffolder as never, giftCardsTask);
    expect(durations).toMatchObject({ 'deploy-k8s': 14, register: 2 });
    expect(scaffolder.streamLogs.mock.calls).toEqual([[{ taskId: 'good' }]]);
  });

  it('are unknown before the first run', async () => {
    await expect(
      usualDurations(api([]) as never, giftCardsTask),
    ).resolves.toEqual({});
  });
});
