import { UpstreamHttp, type Patience } from '@portico/plugin-upstream-node';
import type { PagerDutySettings } from '../config/readPagerDutySettings';
import type { Incident, NewIncident, OnCallEntry, Service } from './types';

/** The most that a page has, and the most ids that are asked for at once. */
export const PAGE = 100;
/** PagerDuty gives no more of one list: https://developer.pagerduty.com/docs/pagination */
const LAST_OFFSET = 10_000 - PAGE;

interface Call {
  signal?: AbortSignal;
  /** Told of each request that is really sent. */
  onAttempt?: () => void;
}

/**
 * Client of PagerDuty's REST API v2. Reads are repeated after 429, 5xx and lost connections, and so are changes that
 * end the same twice; its methods throw what `UpstreamHttp.request` throws.
 */
export class PagerDutyClient {
  readonly #http: UpstreamHttp;

  constructor({ token, apiUrl }: PagerDutySettings, patience?: Patience) {
    this.#http = new UpstreamHttp(
      {
        title: 'PagerDuty',
        url: apiUrl,
        headers: {
          authorization: `Token token=${token}`,
          accept: 'application/vnd.pagerduty+json;version=2',
        },
        configuredAt: 'health.pagerduty',
        reasonIn,
      },
      patience,
    );
  }

  /** The services of the account. */
  async services(call: Call = {}): Promise<Service[]> {
    return this.#list('/services', 'services', [], call);
  }

  /** Incidents of at most {@link PAGE} services that nobody has resolved, however old. */
  async openIncidents(
    serviceIds: readonly string[],
    call: Call = {},
  ): Promise<Incident[]> {
    const query: Query = [
      ...serviceIds.map((id): Pair => ['service_ids[]', id]),
      ['statuses[]', 'triggered'],
      ['statuses[]', 'acknowledged'],
      // Without it only those of the last month are listed.
      ['date_range', 'all'],
    ];
    return this.#list('/incidents', 'incidents', query, call);
  }

  /** Whom at most {@link PAGE} escalation policies call now, each person of a level once, with e-mail. */
  async onCalls(
    policyIds: readonly string[],
    call: Call = {},
  ): Promise<OnCallEntry[]> {
    const query: Query = [
      ...policyIds.map((id): Pair => ['escalation_policy_ids[]', id]),
      ['include[]', 'users'],
      ['earliest', 'true'],
    ];
    return this.#list('/oncalls', 'oncalls', query, call);
  }

  async incident(id: string, call: Call = {}): Promise<Incident> {
    const { incident } = await this.#http.request<{ incident: Incident }>({
      method: 'GET',
      path: `/incidents/${encodeURIComponent(id)}`,
      repeatable: true,
      ...call,
    });
    return incident;
  }

  /** The one of a service that has this key and is open. */
  async findOpen(
    serviceId: string,
    key: string,
    call: Call = {},
  ): Promise<Incident | undefined> {
    const query: Query = [
      ['service_ids[]', serviceId],
      ['incident_key', key],
      ['statuses[]', 'triggered'],
      ['statuses[]', 'acknowledged'],
      ['date_range', 'all'],
    ];
    const [found] = await this.#list<Incident>(
      '/incidents',
      'incidents',
      query,
      call,
    );
    return found;
  }

  /** @param from e-mail of the user who takes it on */
  async acknowledge(id: string, from: string, call: Call = {}): Promise<void> {
    await this.#http.request({
      method: 'PUT',
      path: `/incidents/${encodeURIComponent(id)}`,
      body: {
        incident: { type: 'incident_reference', status: 'acknowledged' },
      },
      headers: { from },
      repeatable: true,
      ...call,
    });
  }

  /** @param from e-mail of the user who opens it; its key makes a repetition harmless */
  async create(
    { serviceId, title, details, key }: NewIncident,
    from: string,
    call: Call = {},
  ): Promise<Incident> {
    const { incident } = await this.#http.request<{ incident: Incident }>({
      method: 'POST',
      path: '/incidents',
      body: {
        incident: {
          type: 'incident',
          title,
          service: { id: serviceId, type: 'service_reference' },
          urgency: 'high',
          incident_key: key,
          body: { type: 'incident_body', details },
        },
      },
      headers: { from },
      repeatable: true,
      ...call,
    });
    return incident;
  }

  async #list<T>(
    path: string,
    name: string,
    query: Query,
    call: Call,
  ): Promise<T[]> {
    const items: T[] = [];
    for (let offset = 0; offset <= LAST_OFFSET; offset += PAGE) {
      const page = await this.#http.request<Page<T>>({
        method: 'GET',
        path,
        query: new URLSearchParams([
          ...query,
          ['limit', String(PAGE)],
          ['offset', String(offset)],
        ]),
        repeatable: true,
        ...call,
      });
      items.push(...((page[name] as T[] | undefined) ?? []));
      if (page.more !== true) break;
    }
    return items;
  }
}

type Pair = [name: string, value: string];
type Query = Pair[];
/** A list under its own name, and `more`. */
type Page<T> = Record<string, T[] | boolean | number | null>;

/** `{"error": {"message": …, "code": …, "errors": […]}}` */
function reasonIn(body: unknown): string | undefined {
  const { error } = (body ?? {}) as {
    error?: { message?: unknown; errors?: unknown };
  };
  if (typeof error?.message !== 'string') return undefined;
  const details = Array.isArray(error.errors) ? error.errors : [];
  return [error.message, ...details].join(': ');
}
