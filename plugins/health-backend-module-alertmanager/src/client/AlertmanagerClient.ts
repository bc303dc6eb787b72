import { UpstreamHttp, type Patience } from '@portico/plugin-upstream-node';
import type { AlertmanagerInstance } from '../config/AlertmanagerSettings';
import type { Alert, GettableSilence, Labels, NewSilence } from './types';

interface Call {
  signal?: AbortSignal;
  /** Told of each request that is really sent. */
  onAttempt?: () => void;
}

/** Client of one Alertmanager, API v2. Reads are repeated; its methods throw what `UpstreamHttp.request` throws. */
export class AlertmanagerClient {
  readonly instance: AlertmanagerInstance;
  readonly #http: UpstreamHttp;

  constructor(instance: AlertmanagerInstance, patience?: Patience) {
    this.instance = instance;
    this.#http = new UpstreamHttp(
      {
        title: `Alertmanager '${instance.name}'`,
        url: instance.url,
        headers: instance.headers,
        configuredAt: 'health.alertmanager.instances',
        reasonIn,
      },
      patience,
    );
  }

  /** What fires, silenced or not; without what another alert inhibits. `labels`: only those that have all of these. */
  async alerts(options: Call & { labels?: Labels } = {}): Promise<Alert[]> {
    const { labels = {}, ...call } = options;
    const query = new URLSearchParams({ inhibited: 'false' });
    for (const [name, value] of Object.entries(labels)) {
      query.append('filter', `${name}=${quote(value)}`);
    }
    const path = '/api/v2/alerts';
    return this.#http.request({
      method: 'GET',
      path,
      query,
      repeatable: true,
      ...call,
    });
  }

  async silences(call: Call = {}): Promise<GettableSilence[]> {
    const path = '/api/v2/silences';
    return this.#http.request({
      method: 'GET',
      path,
      repeatable: true,
      ...call,
    });
  }

  /** Not repeated: two of them would both mute. @returns its id */
  async createSilence(silence: NewSilence, call: Call = {}): Promise<string> {
    const { silenceID } = await this.#http.request<{ silenceID: string }>({
      method: 'POST',
      path: '/api/v2/silences',
      body: silence,
      repeatable: false,
      ...call,
    });
    return silenceID;
  }

  /** Page of a silence for people. */
  silenceUrl(id: string): string {
    return `${this.instance.externalUrl}/#/silences/${encodeURIComponent(id)}`;
  }

  /** Page of the alerts of that name for people. */
  alertsUrl(alertname: string): string {
    const filter = encodeURIComponent(`{alertname=${quote(alertname)}}`);
    return `${this.instance.externalUrl}/#/alerts?filter=${filter}`;
  }
}

/** A value within a matcher; a backslash, a quote and a line break would end it or change it. */
function quote(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

/** Handlers answer with a JSON string, the validation before them with `{code, message}`. */
function reasonIn(body: unknown): string | undefined {
  if (typeof body === 'string') return body;
  const { message } = (body ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : undefined;
}
