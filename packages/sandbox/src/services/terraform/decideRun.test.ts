import { createHash } from 'node:crypto';
import { startTerraform } from './__testUtils__/startTerraform';

/** So many that a cancelling comes before their end on any machine. */
const many = Array.from({ length: 200 }, (_, index) => `q${index}`);

const QUEUES = (...names: string[]) => ({
  'main.tf': names
    .map(
      name => `resource "aws_sqs_queue" "${name}" {\n  name = "${name}"\n}\n`,
    )
    .join('\n'),
});

describe('runs that wait for a decision', () => {
  let terraform: Awaited<ReturnType<typeof startTerraform>>;
  let workspace: string;
  let number = 0;

  beforeAll(async () => {
    terraform = await startTerraform();
  });
  beforeEach(async () => {
    number += 1;
    workspace = await terraform.createWorkspace(`decide-${number}`);
  });
  afterAll(() => terraform.stop());

  const act = (run: string, action: string) =>
    terraform.api('POST', `/runs/${run}/actions/${action}`);
  const show = async (id = workspace) =>
    (await terraform.api('GET', `/workspaces/${id}`)).body.data;
  const apply = async (...names: string[]) => {
    const run = await terraform.queueRun(workspace, QUEUES(...names), {
      'auto-apply': true,
    });
    return terraform.reach(run, 'applied');
  };
  /** The state file, changed, as a state of its own. */
  const pushState = async (change: object, attributes: object = {}) => {
    const { body } = await terraform.api(
      'GET',
      `/workspaces/${workspace}/current-state-version`,
    );
    const file = (
      await terraform.api('GET', `/state-versions/${body.data.id}/download`)
    ).text;
    const text = JSON.stringify({ ...JSON.parse(file), ...change });
    return terraform.api('POST', `/workspaces/${workspace}/state-versions`, {
      data: {
        type: 'state-versions',
        attributes: {
          state: Buffer.from(text).toString('base64'),
          md5: createHash('md5').update(text).digest('hex'),
          ...attributes,
        },
      },
    });
  };

  it('hold the workspace, and are applied as they were planned', async () => {
    const first = await terraform.queueRun(workspace, QUEUES('a'));
    const second = await terraform.queueRun(workspace, QUEUES('a', 'b'));
    const waiting = await terraform.reach(first, 'cost_estimated');
    expect(waiting.attributes.actions).toEqual({
      'is-cancelable': false,
      'is-confirmable': true,
      'is-discardable': true,
      'is-force-cancelable': false,
    });
    const { attributes, relationships } = await show();
    expect(attributes.locked).toBe(true);
    expect(relationships['locked-by'].data).toEqual({
      id: first,
      type: 'runs',
    });
    await terraform.reach(second, 'pending');

    expect((await act(first, 'apply')).status).toBe(202);
    await terraform.reach(first, 'applied');
    expect((await show()).attributes['resource-count']).toBe(1);
    await terraform.reach(second, 'cost_estimated');
    expect((await act(second, 'discard')).status).toBe(202);
    await terraform.reach(second, 'discarded');
    expect((await show()).attributes.locked).toBe(false);
  });

  it.each([
    ['apply', 'Run was not paused for confirmation; apply not allowed.'],
    [
      'discard',
      'Run was not paused for confirmation or priority; discard not allowed.',
    ],
    ['cancel', 'Run was not planning or applying; cancel not allowed.'],
    ['force-cancel', 'Run was not planning or applying, has not been canceled'],
    ['force-execute', 'Run was not pending'],
  ])('refuses to %s what is over', async (action, detail) => {
    const { id } = await apply('a');
    const { status, body } = await act(id, action);
    expect(status).toBe(409);
    expect(body.errors[0]).toMatchObject({
      title: 'transition not allowed',
      detail: expect.stringContaining(detail),
    });
  });

  it('can not be applied once the state has moved', async () => {
    await apply('a');
    const run = await terraform.queueRun(workspace, QUEUES('a', 'b'));
    await terraform.reach(run, 'cost_estimated');
    expect((await pushState({ serial: 9 })).status).toBe(201);
    expect((await act(run, 'apply')).status).toBe(202);
    await terraform.reach(run, 'errored');
    expect(await terraform.readLog(run, 'apply')).toContain(
      'Saved plan is stale',
    );
    const { attributes } = await show();
    expect(attributes).toMatchObject({ locked: false, 'resource-count': 1 });

    const again = await terraform.queueRun(workspace, QUEUES('a', 'b'));
    await terraform.reach(again, 'cost_estimated');
    await act(again, 'apply');
    await terraform.reach(again, 'applied');
    const current = await terraform.api(
      'GET',
      `/workspaces/${workspace}/current-state-version`,
    );
    expect(current.body.data.attributes.serial).toBe(10);
  });

  it('take a state from who locked the workspace, later than the one that is there', async () => {
    await apply('a');
    expect((await pushState({ serial: 9 })).status).toBe(409);
    await terraform.api('POST', `/workspaces/${workspace}/actions/lock`);
    expect((await pushState({ serial: 1 })).body.errors[0].detail).toContain(
      'is not greater than the serial currently known',
    );
    expect((await pushState({ lineage: 'x', serial: 9 })).status).toBe(409);
    expect((await pushState({ serial: 9 }, { md5: 'x' })).status).toBe(422);
    expect((await pushState({ serial: 9, resources: [] })).status).toBe(201);
    expect((await show()).attributes['resource-count']).toBe(0);
  });

  it('are cancelled while they wait their turn, and stop between two changes', async () => {
    const run = await terraform.queueRun(workspace, QUEUES(...many), {
      'auto-apply': true,
    });
    const next = await terraform.queueRun(workspace, QUEUES('a'));
    expect((await act(next, 'cancel')).status).toBe(202);
    await terraform.reach(next, 'canceled');
    await terraform.reach(run, 'applying');
    expect((await act(run, 'force-cancel')).status).toBe(409);
    expect((await act(run, 'cancel')).status).toBe(202);
    await terraform.reach(run, 'canceled');
    const { attributes } = await show();
    expect(attributes.locked).toBe(false);
    expect(attributes['resource-count']).toBeLessThan(many.length);
  });

  it('end at once where the cancelling is forced', async () => {
    const run = await terraform.queueRun(workspace, QUEUES(...many), {
      'auto-apply': true,
    });
    await terraform.reach(run, 'applying');
    await act(run, 'cancel');
    const { status } = await act(run, 'force-cancel');
    const ended = await terraform.reach(run, 'force_canceled', 'canceled');
    // The change under way may have come to its end in between.
    expect([status, ended.attributes.status]).toEqual(
      status === 202 ? [202, 'force_canceled'] : [409, 'canceled'],
    );
    expect(ended.attributes['canceled-at']).toEqual(expect.any(String));
  });

  it('are passed by those that somebody forces', async () => {
    const first = await terraform.queueRun(workspace, QUEUES('a'));
    await terraform.reach(first, 'cost_estimated');
    const second = await terraform.queueRun(workspace, QUEUES('b'));
    expect((await act(second, 'force-execute')).status).toBe(202);
    await terraform.reach(first, 'discarded');
    await terraform.reach(second, 'cost_estimated');
  });

  it('plan for later without holding the workspace, and go stale by another run', async () => {
    const saved = await terraform.queueRun(workspace, QUEUES('a'), {
      'save-plan': true,
    });
    const run = await terraform.reach(saved, 'planned_and_saved');
    expect(run.attributes.actions).toMatchObject({ 'is-confirmable': true });
    expect((await show()).attributes.locked).toBe(false);
    await apply('b');
    await act(saved, 'apply');
    await terraform.reach(saved, 'errored');
  });

  it('plan alone, refresh alone, and destroy until nothing is left', async () => {
    await apply('a', 'b');
    const version = await terraform.upload(workspace, QUEUES('a', 'b'));
    const queue = (attributes: object) =>
      terraform.createRun(workspace, version, attributes);
    const plan = await queue({ 'plan-only': true, 'is-destroy': true });
    const planned = await terraform.reach(plan, 'planned_and_finished');
    expect(planned.attributes['has-changes']).toBe(true);
    const refresh = await queue({ 'refresh-only': true });
    await terraform.reach(refresh, 'planned_and_finished');
    expect((await terraform.planJson(refresh)).applyable).toBe(false);

    const safeDelete = () =>
      terraform.api('POST', `/workspaces/${workspace}/actions/safe-delete`);
    expect((await safeDelete()).body.errors[0].detail).toContain(
      'it is managing resources',
    );
    const destroy = await queue({ 'is-destroy': true });
    await terraform.reach(destroy, 'cost_estimated');
    expect(
      (await terraform.planJson(destroy)).resource_changes.map(
        ({ change, action_reason }) => [change.actions, action_reason],
      ),
    ).toEqual([
      [['delete'], undefined],
      [['delete'], undefined],
    ]);
    expect((await safeDelete()).status).toBe(409);
    await act(destroy, 'apply');
    await terraform.reach(destroy, 'applied');
    expect((await show()).attributes['resource-count']).toBe(0);
    expect((await safeDelete()).status).toBe(204);
  });

  it('are refused where a workspace does not let itself be destroyed', async () => {
    await terraform.api('PATCH', `/workspaces/${workspace}`, {
      data: { attributes: { 'allow-destroy-plan': false } },
    });
    const version = await terraform.upload(workspace, QUEUES('a'));
    const { status, body } = await terraform.api(
      'POST',
      '/runs',
      terraform.runBody(workspace, version, { 'is-destroy': true }),
    );
    expect([status, body.errors[0].detail]).toEqual([
      422,
      'Destroy plans are not allowed in this workspace',
    ]);
  });
});
