import { StepRunner } from '@portico/plugin-flows-test-utils';
import { FakeApprovals } from '../__testUtils__/FakeApprovals';
import { createApprovalRemover } from '../remover/approvalRemover';
import { createApprovalRequestAction } from './approvalRequest';

const input = {
  title: 'Remove orders',
  reason: 'Replaced by checkout.',
  entityRef: 'component:default/orders',
  environment: 'production',
  change: {
    kind: 'removal',
    effects: [{ severity: 'bad', text: 'deletes its database' }],
  },
};

function setUp() {
  const approvals = new FakeApprovals();
  const runner = new StepRunner();
  const action = createApprovalRequestAction({
    approvals,
    guard: runner.guard,
    ledger: runner.ledger,
    portalUrl: 'https://portico.mini-org.example',
  });
  const byMarta = {
    ...action,
    handler: (ctx: Parameters<typeof action.handler>[0]) =>
      action.handler({ ...ctx, user: { ref: 'user:default/marta' } }),
  };
  const run = (
    options: { isDryRun?: boolean; signal?: AbortSignal } = {},
    change: object = input.change,
  ) => runner.run(byMarta, { ...input, change } as typeof input, options);
  const asked = async () => {
    while (!approvals.approval) await new Promise(setImmediate);
  };
  return { approvals, runner, run, asked, action };
}

describe('approval:request', () => {
  it('waits, says for whom, and goes on with who agreed', async () => {
    const { approvals, run, asked } = setUp();
    const running = run();
    await asked();
    approvals.end('approved', 'Agreed.');
    const { error, log, outputs } = await running;
    expect(error).toBeUndefined();
    expect(log).toEqual([
      'Asked: https://portico.mini-org.example/approvals/a1',
      '▸ | progress | 0 | 1 | waits for Owner (Jonas Weber) until 2026-11-21 13:58 UTC',
      'Jonas Weber approved for Owner: “Agreed.”',
      '▸ | progress | 1 | 1 | agreed by Jonas Weber',
    ]);
    expect(outputs).toEqual({
      needed: true,
      state: 'approved',
      approvalId: 'a1',
      approvedBy: ['user:default/jonas'],
      comment: 'Agreed.',
      url: 'https://portico.mini-org.example/approvals/a1',
    });
    expect(approvals.requests).toMatchObject([
      {
        requestedBy: 'user:default/marta',
        change: {
          kind: 'removal',
          where: { environment: 'production' },
          fingerprint: expect.stringMatching(/^sha256:/),
        },
      },
    ]);
    expect(approvals.used).toHaveLength(1);
  });

  it('leaves the approval of a plan to the step that applies it', async () => {
    const { approvals, run, asked } = setUp();
    const running = run(
      {},
      {
        kind: 'terraform-plan',
        plan: {
          id: 'run-1',
          url: 'https://app.terraform.io/app/mini-org/runs/run-1',
          plannedAt: '2026-11-20T13:58:00.000Z',
          stateSerial: 40,
          fresh: true,
          checkedAt: '2026-11-20T13:58:00.000Z',
        },
      },
    );
    await asked();
    approvals.end('approved');
    const { error, outputs } = await running;
    expect(error).toBeUndefined();
    expect(outputs).toMatchObject({ state: 'approved', approvalId: 'a1' });
    expect(approvals.used).toEqual([]);
  });

  it.each([
    [
      'refused',
      'Jonas Weber refused ‘Remove orders’: “Not yet.” Nothing was changed.',
    ],
    ['expired', 'expired at 2026-11-21T13:58:02.000Z before Owner decided'],
    ['withdrawn', 'was withdrawn'],
    ['superseded', 'was superseded'],
  ] as const)('fails with the reason if it is %s', async (state, words) => {
    const { approvals, run, asked } = setUp();
    const running = run();
    await asked();
    approvals.end(state, 'Not yet.');
    const { error } = await running;
    expect(error?.message.replaceAll("'", '’')).toContain(
      words.replaceAll('‘', '’'),
    );
    expect(approvals.used).toEqual([]);
  });

  it('asks once, also if the process dies while it waits', async () => {
    const { approvals, runner, run, asked } = setUp();
    const death = new AbortController();
    const first = run({ signal: death.signal });
    await asked();
    runner.forgetCheckpoints();
    const second = run();
    approvals.end('approved');
    expect((await second).log[0]).toMatch(/^Had asked already: /);
    await first;
    expect(approvals.requests).toHaveLength(1);
    await expect(runner.ledger.list('task-1')).resolves.toMatchObject([
      { outcome: 'made', kind: 'Approval', name: 'Remove orders' },
    ]);
  });

  it('withdraws the approval if the task is cancelled, and in the clean-up', async () => {
    const { approvals, runner, run, asked } = setUp();
    const cancel = new AbortController();
    const running = run({ signal: cancel.signal });
    await asked();
    cancel.abort();
    expect((await running).error).toBeDefined();
    expect(approvals.approval?.state).toBe('withdrawn');
    expect(
      await runner.cleanUp('task-1', [createApprovalRemover(approvals)]),
    ).toEqual(['absent Approval Remove orders']);
  });

  it('passes at once where no rule asks, and says by which rule', async () => {
    const { approvals, runner, run } = setUp();
    approvals.passes = "passes by 'development'";
    const { log, outputs } = await run();
    expect(log).toEqual(["Nobody has to be asked: passes by 'development'"]);
    expect(outputs).toEqual({
      needed: false,
      state: 'not-needed',
      approvedBy: [],
    });
    expect(runner.ledger.rows).toEqual([]);
  });

  it('says in a dry run who would be asked, and asks nobody', async () => {
    const { approvals, run } = setUp();
    const { log } = await run({ isDryRun: true });
    expect(log).toEqual([
      'Would ask Owner (production always asks): 1 of Jonas Weber',
      'Nobody has to be asked: this is a dry run',
    ]);
    expect(approvals.requests).toEqual([]);
  });

  it('asks for nobody who may not ask, and for no one unknown', async () => {
    const { approvals, runner, run, action } = setUp();
    runner.allow = false;
    expect((await run()).error?.name).toBe('NotAllowedError');
    expect((await runner.run(action, input)).error?.message).toContain(
      'has to know who asks',
    );
    expect(approvals.requests).toEqual([]);
  });

  it('says what is wrong with a change', async () => {
    const { run } = setUp();
    const { error } = await run({}, { kind: 'removal', effects: [{}] });
    expect(error?.message).toMatch(/not a change: effects\.0\.severity/);
  });
});
