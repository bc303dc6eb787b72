import { makeWorkspace } from './__testUtils__/makeWorkspace';
import { Matrix } from './__testUtils__/Matrix';
import { ROLES, targetOf } from './__testUtils__/people';
import { listTemplates } from './__testUtils__/readConfig';
import {
  startPortal,
  waitForEntities,
  type Portal,
} from './__testUtils__/startPortal';
import {
  MUTATING,
  OTHERS,
  TEMPLATES_RUN,
  WITH_APPROVAL,
} from './__testUtils__/expected';
import { INPUTS } from './__testUtils__/inputs';

// GitHub's client waits a second or three between writes; there is nobody to spare here.
jest.mock('@octokit/plugin-throttling', () => ({ throttling: () => ({}) }));

describe('who may call which action', () => {
  const workspacePath = makeWorkspace();
  let portal: Portal;
  let matrix: Matrix;
  beforeAll(async () => {
    portal = await startPortal();
    matrix = await Matrix.start(portal, workspacePath);
    await waitForEntities(portal, 'kind=user', ROLES.length);
    await waitForEntities(portal, 'kind=component', ROLES.length);
  }, 240_000);
  afterAll(async () => {
    matrix?.end();
    await portal?.stop();
  });

  it('says it of each action, and tries each that changes something', () => {
    const all = { ...MUTATING, ...OTHERS };
    expect([...portal.actions.keys()].filter(id => !all[id])).toEqual([]);
    expect(Object.keys(all).filter(id => !portal.actions.has(id))).toEqual([]);
    expect(Object.keys(MUTATING).filter(id => !INPUTS[id])).toEqual([]);
  });

  it.each(ROLES)('the runner calls for %s what they may call', async role => {
    const expected = Object.entries({ ...MUTATING, ...OTHERS })
      .filter(
        ([id, allowed]) =>
          role === 'platform' ||
          allowed[role] ||
          WITH_APPROVAL[id]?.includes(role),
      )
      .map(([id]) => id);
    expect((await matrix.runnable(role)).sort()).toEqual(expected.sort());
  });

  it.each(listTemplates())(
    'whoever may run $name may call each of its actions',
    async ({ name, actions }) => {
      for (const role of [
        ...(TEMPLATES_RUN[name] ?? []),
        'platform' as const,
      ]) {
        const runnable = await matrix.runnable(role);
        expect([role, actions.filter(id => !runnable.includes(id))]).toEqual([
          role,
          [],
        ]);
      }
    },
  );

  it.each(Object.keys(MUTATING))(
    '%s refuses whoever lacks its permission, leaves an audit event, and reaches nothing',
    async id => {
      const target = targetOf('newcomer', 'own');
      const attempt = await matrix.call(id, 'newcomer', INPUTS[id], target);
      expect(attempt).toMatchObject({ refused: true, tried: [] });
      expect(attempt.audit).toEqual([expect.stringMatching(/ failed$/)]);
    },
  );

  it.each(Object.entries(MUTATING))(
    '%s obeys each role as far as the table says',
    async (id, allowed) => {
      const reached = new Map<string, string>();
      for (const role of ROLES) {
        const reach = await matrix.reachOf(id, role, INPUTS[id]);
        if (reach) reached.set(role, reach);
      }
      expect(Object.fromEntries(reached)).toEqual({
        ...allowed,
        platform: 'any',
      });
    },
    30_000,
  );
});
