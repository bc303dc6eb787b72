import type { GrafanaInstance } from '../config/readGrafanaInstances';
import type { NewSilence, RuleGroup, Silence } from './alertTypes';
import type { Call, LimitedCall } from './Call';
import type { GrafanaHttp } from './GrafanaHttp';

/** Alert rules of one Grafana and of its data sources, and silences of its Alertmanager. */
export class GrafanaAlerting {
  readonly #http: GrafanaHttp;
  readonly #alertmanager: string;

  constructor(instance: GrafanaInstance, http: GrafanaHttp) {
    this.#http = http;
    const name = encodeURIComponent(instance.alertmanager);
    this.#alertmanager = `/api/alertmanager/${name}/api/v2`;
  }

  /** @param source `grafana` for its own, or the uid of a data source that evaluates rules */
  async rules(
    source = 'grafana',
    call: LimitedCall = {},
  ): Promise<RuleGroup[]> {
    const { data } = await this.#http.request<{
      data: { groups: RuleGroup[] | null };
    }>({
      method: 'GET',
      path: `/api/prometheus/${encodeURIComponent(source)}/api/v1/rules`,
      repeatable: true,
      ...call,
    });
    return data.groups ?? [];
  }

  /** Expired ones too, for a while. */
  async silences(call: Call = {}): Promise<Silence[]> {
    return this.#http.request({
      method: 'GET',
      path: `${this.#alertmanager}/silences`,
      repeatable: true,
      ...call,
    });
  }

  /** Not repeated: two of them would both mute. @returns its id */
  async createSilence(silence: NewSilence, call: Call = {}): Promise<string> {
    const answer = await this.#http.request<{ silenceID: string }>({
      method: 'POST',
      path: `${this.#alertmanager}/silences`,
      body: silence,
      repeatable: false,
      ...call,
    });
    return answer.silenceID;
  }

  /** @throws NotFoundError */
  async expireSilence(id: string, call: Call = {}): Promise<void> {
    await this.#http.request({
      method: 'DELETE',
      path: `${this.#alertmanager}/silence/${encodeURIComponent(id)}`,
      repeatable: true,
      ...call,
    });
  }
}
