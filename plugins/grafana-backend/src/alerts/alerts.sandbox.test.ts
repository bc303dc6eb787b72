import { createMockDirectory } from '@backstage/backend-test-utils';
import { GrafanaInstances } from '@portico/plugin-grafana-node';
import { createSandbox, type Sandbox } from '@portico/sandbox';
import { AlertService } from './AlertService';

// A sandbox is at work; slow machines need their time.
jest.setTimeout(240_000);

describe("alerts of the sandbox's Grafana", () => {
  const folder = createMockDirectory();
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox({
      dataDir: folder.resolve('sandbox'),
      ports: 'free',
      pace: 0.02,
      only: ['control', 'prometheus', 'alertmanager', 'grafana'],
    });
  });
  afterAll(() => sandbox?.stop());

  it('are listed, muted and heard again', async () => {
    const url = sandbox.urls.grafana;
    const instance = { name: 'mini-org', url, externalUrl: url };
    const instances = new GrafanaInstances([
      { ...instance, token: 'grafana-sandbox-token', alertmanager: 'grafana' },
    ]);
    const alerts = new AlertService({ instances, now: () => new Date() });
    const orders = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'orders' },
    };
    const { signal } = new AbortController();
    const own = async () => {
      const { items, failures } = await alerts.list(orders, signal);
      expect(failures).toEqual([]);
      return items;
    };
    const names = (await own()).map(({ uid }) => uid);
    const ruleUid = 'orders-latency';
    expect(names).toContain(ruleUid);
    const request = { instance: 'mini-org', ruleUid, minutes: 5, comment: 'x' };
    const silence = await alerts.silence(orders, request, 'Lena', signal);
    const muted = (await own()).find(({ uid }) => uid === ruleUid);
    expect(muted?.instances.every(({ silenced }) => silenced)).toBe(true);
    expect(silence.own).toBe(true);
    await alerts.expire(
      orders,
      { instance: 'mini-org', id: silence.id },
      signal,
    );
    const heard = (await own()).find(({ uid }) => uid === ruleUid);
    expect(heard?.silences).toEqual([]);
  });
});
