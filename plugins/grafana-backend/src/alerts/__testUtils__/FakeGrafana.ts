import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GrafanaInstances, type Silence } from '@portico/plugin-grafana-node';
import { GRAFANA_GROUPS, PROMETHEUS_GROUPS } from './alertGroups';

/** Alerting of one Grafana: a rule of orders, one for all services, one of Prometheus, and silences. */
export class FakeGrafana {
  silences: Silence[] = [];
  /** Answers of its own, by path. */
  broken: Record<string, number> = {};
  /** What was asked, e.g. `GET /api/…`. */
  asked: string[] = [];
  #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      let text = '';
      for await (const chunk of request) text += chunk;
      const { method, url = '' } = request;
      this.asked.push(`${method} ${url}`);
      const send = (status: number, body: unknown) =>
        response.writeHead(status).end(JSON.stringify(body));
      if (url in this.broken) {
        send(this.broken[url], { message: 'broken' });
      } else if (method === 'POST') {
        const id = `s${this.silences.length + 1}`;
        const silence = JSON.parse(text) as Silence;
        this.silences.push({ ...silence, id, status: { state: 'active' } });
        send(202, { silenceID: id });
      } else if (method === 'DELETE') {
        const id = url.split('/').pop();
        this.silences = this.silences.filter(it => it.id !== id);
        send(200, {});
      } else {
        const body = this.#body(url);
        send(body ? 200 : 404, body ?? { message: 'Not found' });
      }
    });
  }

  async start(): Promise<GrafanaInstances> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = this.#server.address() as AddressInfo;
    const instance = {
      url: `http://127.0.0.1:${port}`,
      externalUrl: 'https://grafana.example',
      token: 'glsa_s3cr3t',
      alertmanager: 'grafana',
    };
    return new GrafanaInstances([{ ...instance, name: 'mini-org' }], {
      patience: { retries: 0 },
    });
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #body(path: string): unknown {
    switch (path) {
      case '/api/frontend/settings':
        return {
          datasources: {
            Prometheus: { uid: 'prom', type: 'prometheus' },
            Quiet: {
              uid: 'quiet',
              type: 'loki',
              jsonData: { manageAlerts: false },
            },
            Table: { uid: 'sql', type: 'mysql' },
          },
        };
      case '/api/prometheus/grafana/api/v1/rules':
        return { status: 'success', data: { groups: GRAFANA_GROUPS } };
      case '/api/prometheus/prom/api/v1/rules':
        return { status: 'success', data: { groups: PROMETHEUS_GROUPS } };
      case '/api/alertmanager/grafana/api/v2/silences':
        return this.silences;
      default:
        return undefined;
    }
  }
}
