import { terraformFiles, createWorld } from '../../world';
import { startTerraform } from './__testUtils__/startTerraform';

const world = createWorld();
const orders = world.components.find(one => one.name === 'orders')!;
const files = Object.fromEntries(
  terraformFiles(world, orders).map(({ path, content }) => [
    path.replace('terraform/', ''),
    String(content),
  ]),
);

describe('seeded workspaces', () => {
  let terraform: Awaited<ReturnType<typeof startTerraform>>;
  let workspace: string;

  beforeAll(async () => {
    terraform = await startTerraform();
    const { body } = await terraform.api(
      'GET',
      '/organizations/mini-org/workspaces/orders-production',
    );
    workspace = body.data.id;
  });
  afterAll(() => terraform.stop());

  it('hold what production runs on, for a dozen components and more', async () => {
    const { body } = await terraform.api(
      'GET',
      '/organizations/mini-org/workspaces?search%5Bwildcard-name%5D=*-production&page%5Bsize%5D=100',
    );
    const all = body.data as unknown as {
      attributes: { 'resource-count': number };
    }[];
    expect(all.length).toBeGreaterThan(12);
    for (const { attributes } of all)
      expect(attributes['resource-count']).toBeGreaterThan(0);
  });

  it('change nothing when the repository is planned as it is', async () => {
    const run = await terraform.queueRun(workspace, files);
    const { attributes } = await terraform.reach(run, 'planned_and_finished');
    expect(attributes['has-changes']).toBe(false);
    expect((await terraform.planJson(run)).applyable).toBe(false);
  });

  it('show what a larger database does, and what it costs', async () => {
    const larger = files['main.tf']
      .replace('db.t4g.medium', 'db.m6g.large')
      .replace('allocated_storage       = 50', 'allocated_storage       = 100')
      .replace('"postgres15"', '"postgres16"');
    const id = await terraform.queueRun(workspace, {
      ...files,
      'main.tf': larger,
      'queue.tf':
        'resource "aws_sqs_queue" "events" {\n  name = "orders-events"\n}\n',
    });
    const run = await terraform.reach(id, 'cost_estimated');
    const plan = await terraform.planJson(id);
    const changed = plan.resource_changes.filter(
      ({ change }) => change.actions[0] !== 'no-op',
    );
    expect(
      changed.map(({ address, change }) => [address, change.actions]),
    ).toEqual([
      ['aws_db_parameter_group.orders', ['delete', 'create']],
      ['aws_db_instance.orders', ['update']],
      ['aws_sqs_queue.events', ['create']],
    ]);
    expect(changed[0]).toMatchObject({
      action_reason: 'replace_because_cannot_update',
      change: {
        replace_paths: [['family']],
        before: { family: 'postgres15' },
        after: { family: 'postgres16' },
      },
    });
    expect(changed[1].change).toMatchObject({
      before: { instance_class: 'db.t4g.medium', allocated_storage: 50 },
      after: { instance_class: 'db.m6g.large', allocated_storage: 100 },
      before_sensitive: { password: true },
      after_sensitive: { password: true },
    });
    expect(changed[2].change).toMatchObject({
      before: null,
      after_unknown: { arn: true, url: true },
    });
    expect(plan.prior_state.values.root_module.resources).toHaveLength(4);

    const { body } = await terraform.api('GET', `/runs/${id}/cost-estimate`);
    expect(body.data.id).toBe(run.relationships['cost-estimate'].data.id);
    expect(body.data.attributes).toMatchObject({
      'prior-monthly-cost': '127.68',
      'proposed-monthly-cost': '300.92',
      'delta-monthly-cost': '173.24',
      resources: {
        matched: expect.arrayContaining([
          expect.objectContaining({
            address: 'aws_db_instance.orders',
            'prior-monthly-cost': '127.58',
            'proposed-monthly-cost': '300.42',
          }),
        ]),
      },
    });
  });
});
