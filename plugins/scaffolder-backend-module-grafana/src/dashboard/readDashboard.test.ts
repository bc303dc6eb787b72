import { createMockDirectory } from '@backstage/backend-test-utils';
import { readDashboard } from './readDashboard';

describe('the dashboard of a template', () => {
  const workspace = createMockDirectory();
  const spec = { title: 'RED', panels: [] };
  beforeEach(() =>
    workspace.setContent({
      'grafana/dashboard.json': JSON.stringify({
        ...spec,
        id: 7,
        uid: 'x',
        version: 3,
      }),
      'broken.json': '{',
      'v2.json': JSON.stringify({ title: 'RED', elements: {} }),
    }),
  );

  it('is read without what belongs to one Grafana alone', async () => {
    const path = 'grafana/dashboard.json';
    await expect(readDashboard({ path }, workspace.path)).resolves.toEqual(
      spec,
    );
    await expect(
      readDashboard({ dashboard: spec }, workspace.path),
    ).resolves.toEqual(spec);
  });

  it.each([
    [{}, 'either as a file'],
    [{ path: 'a.json', dashboard: spec }, 'either as a file'],
    [{ path: 'missing.json' }, 'There is no file missing.json'],
    [{ path: 'broken.json' }, 'The file broken.json is no JSON'],
    [{ path: 'v2.json' }, 'no dashboard of the classic schema'],
    [{ path: '../../etc/passwd' }, 'not allowed'],
  ])('%j is refused', async (given, problem) => {
    await expect(readDashboard(given, workspace.path)).rejects.toThrow(problem);
  });
});
