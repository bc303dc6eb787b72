import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  GrafanaProblem,
  type Dashboard,
  type GrafanaClient,
  type GrafanaInstance,
  type GrafanaInstances,
} from '@portico/plugin-grafana-node';

/** A Grafana in memory that counts what it is asked. */
export class FakeGrafana {
  /** What was asked, e.g. `query` or `resource prom api/v1/labels`. */
  readonly asked: string[] = [];
  readonly dashboards = new Map<string, { tags: string[]; spec: JsonObject }>();
  /** Answers of data sources' resources, by path. */
  readonly resources: Record<string, unknown> = {};
  readonly libraryPanels: Record<string, JsonObject> = {};
  renders = false;
  /** Thrown by all that is asked. */
  down?: Error;
  readonly instance: GrafanaInstance;

  constructor(name = 'mini-org') {
    this.instance = {
      name,
      url: `http://${name}:3000`,
      externalUrl: `https://${name}.example`,
      token: 'secret-token',
      alertmanager: 'grafana',
    };
  }

  /** Adds a dashboard of the classic schema. */
  add(uid: string, tags: string[], spec: JsonObject = {}): void {
    this.dashboards.set(uid, { tags, spec: { title: uid, ...spec } });
  }

  /** As the only configured one. */
  asInstances(): GrafanaInstances {
    const client = this.asClient();
    return {
      list: () => [this.instance],
      clients: () => [client],
      client: () => client,
    } as unknown as GrafanaInstances;
  }

  asClient(): GrafanaClient {
    const ask = async <T>(what: string, answer: () => T): Promise<T> => {
      this.asked.push(what);
      if (this.down) throw this.down;
      return answer();
    };
    return {
      instance: this.instance,
      pageUrl: (path: string) => `${this.instance.externalUrl}${path}`,
      search: () =>
        ask('search', () =>
          [...this.dashboards].map(([uid, { tags, spec }]) => ({
            uid,
            tags,
            title: spec.title,
            url: `/d/${uid}/${uid}`,
            type: 'dash-db',
          })),
        ),
      dashboard: (uid: string) =>
        ask(`dashboard ${uid}`, (): Dashboard => {
          const found = this.dashboards.get(uid);
          if (!found) {
            throw new GrafanaProblem('DashboardNotFoundError', 'gone');
          }
          return {
            schema: 'elements' in found.spec ? 'v2' : 'classic',
            spec: found.spec,
            meta: { uid, url: `/d/${uid}`, version: 1, provisioned: false },
          };
        }),
      libraryPanel: (uid: string) =>
        ask(`library ${uid}`, () => {
          const model = this.libraryPanels[uid];
          if (model) return { uid, name: uid, type: 'stat', version: 1, model };
          throw new NotFoundError('gone');
        }),
      frontendSettings: () =>
        ask('settings', () => ({
          rendererAvailable: this.renders,
          defaultDatasource: 'Prometheus',
          datasources: {
            Prometheus: { uid: 'prom', type: 'prometheus', isDefault: true },
            Loki: { uid: 'loki', type: 'loki' },
            'Prometheus EU': { uid: 'prom-eu', type: 'prometheus' },
            Orders: { uid: 'pg', type: 'grafana-postgresql-datasource' },
          },
        })),
      resource: (uid: string, path: string, query: URLSearchParams) =>
        ask(
          `resource ${uid} ${path} ${query.get('match[]') ?? ''}`.trim(),
          () => {
            if (!(path in this.resources)) throw new Error(`no ${path}`);
            return this.resources[path];
          },
        ),
      query: () =>
        ask('query', () => ({
          results: { A: { status: 200, frames: [] } },
        })),
    } as unknown as GrafanaClient;
  }
}
