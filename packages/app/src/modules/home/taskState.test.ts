import { shortWhen, taskName, taskState } from './taskState';

const task = {
  id: '1',
  status: 'completed' as const,
  createdAt: '2026-11-20T11:20:00Z',
  spec: {
    apiVersion: 'scaffolder.backstage.io/v1beta3' as const,
    steps: [],
    output: {},
    parameters: { name: 'gift-cards' },
    templateInfo: {
      entityRef: 'template:default/new-service',
      entity: { metadata: { name: 'new-service', title: 'New service' } },
    },
  },
};

it('names a task after its template and what was asked for', () => {
  expect(taskName(task)).toBe('New service gift-cards');
});

it.each([
  ['processing', 'running'],
  ['completed', 'healthy'],
  ['failed', 'failing'],
  ['cancelled', 'skipped'],
] as const)('shows %s as %s', (status, state) => {
  expect(taskState(status).state).toBe(state);
});

it.each([
  [new Date(2026, 10, 20, 11, 20), '11:20'],
  [new Date(2026, 10, 19, 23, 59), 'yesterday'],
  [new Date(2026, 10, 2, 9, 0), '2 Nov'],
])('tells when, seen on 20 November', (then, words) => {
  expect(shortWhen(then.toISOString(), new Date(2026, 10, 20, 14, 2))).toBe(
    words,
  );
});
