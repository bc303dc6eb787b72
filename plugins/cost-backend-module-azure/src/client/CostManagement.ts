import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type { DaySlice } from '@portico/plugin-cost-node';
import { UpstreamHttp, type Patience } from '@portico/plugin-upstream-node';
import type { AzureSettings } from '../config/AzureSettings';
import type { CostPage, CostType } from './CostTable';
import { parseExactly } from './parseExactly';
import { queryOf } from './queryOf';
import type { TokenSource } from './tokenOf';

const API_VERSION = '2023-11-01';
/** Azure may ask for half a minute, several times over; what it asks for beyond that waits for the next collection. */
const PATIENCE: Patience = {
  timeoutMs: 60_000,
  retries: 6,
  retryDelayMs: 2_000,
  budgetMs: 180_000,
};

/** What goes with each request of a pull. */
export interface Call {
  signal: AbortSignal;
  onRequest: () => void;
}

/** The query API of Azure Cost Management: https://learn.microsoft.com/rest/api/cost-management/query/usage */
export class CostManagement {
  readonly #settings: AzureSettings;
  readonly #title: string;
  readonly #token: TokenSource;
  readonly #patience: Patience;

  constructor(options: {
    settings: AzureSettings;
    /** As messages name it. */
    title: string;
    token: TokenSource;
    patience?: Patience;
  }) {
    this.#settings = options.settings;
    this.#title = options.title;
    this.#token = options.token;
    this.#patience = { ...PATIENCE, ...options.patience };
  }

  /**
   * Costs of at most 31 days, page by page.
   *
   * @throws AuthenticationError, NotAllowedError, InputError, ServiceUnavailableError that say what to do
   */
  async *query(
    type: CostType,
    slice: DaySlice,
    { signal, onRequest }: Call,
  ): AsyncGenerator<CostPage> {
    const { scope, endpoint } = this.#settings;
    const http = await this.#http(signal);
    const body = queryOf(this.#settings, type, slice);
    const first = `${endpoint}${scope}/providers/Microsoft.CostManagement/query?api-version=${API_VERSION}`;
    let next: string | null | undefined = first;
    while (next) {
      const { pathname, searchParams } = this.#own(next);
      const { data } = await http.download({
        method: 'POST',
        path: pathname,
        query: searchParams,
        body,
        repeatable: true,
        signal,
        onAttempt: onRequest,
      });
      const page = this.#read(data.toString('utf8'));
      yield page;
      next = page.nextLink;
    }
  }

  async #http(signal: AbortSignal): Promise<UpstreamHttp> {
    const { endpoint, scope } = this.#settings;
    return new UpstreamHttp(
      {
        title: this.#title,
        url: new URL(endpoint).origin,
        headers: {
          authorization: `Bearer ${await this.#token(signal)}`,
          // Requests of a named client have a quota of their own.
          clienttype: 'Portico',
        },
        configuredAt: 'cost.azure',
        reasonIn: body =>
          (body as { error?: { message?: string } }).error?.message,
        refusalOf: ({ status, message }) =>
          status === 403
            ? new NotAllowedError(
                `${message} It needs the role Cost Management Reader on ${scope}.`,
              )
            : undefined,
        retryAfterIn,
      },
      this.#patience,
    );
  }

  /** The next page is at the same place, or the token would go elsewhere. */
  #own(address: string): URL {
    const { origin } = new URL(this.#settings.endpoint);
    const url = new URL(address, origin);
    if (url.origin === origin) return url;
    throw new ServiceUnavailableError(
      `${this.#title} says that its next page is at ${
        url.origin
      }, which is not ${origin}. Set endpoint under cost.azure to the address by which it knows itself.`,
    );
  }

  #read(text: string): CostPage {
    let properties: CostPage | undefined;
    try {
      ({ properties } = parseExactly(text) as { properties?: CostPage });
    } catch {
      // Told below, as an answer without its properties.
    }
    if (properties?.columns && properties.rows) return properties;
    throw new ServiceUnavailableError(
      `${
        this.#title
      } answered a query with something that is no table of costs: ${text.slice(
        0,
        80,
      )} … Check that endpoint under cost.azure is that of Azure Resource Manager.`,
    );
  }
}

/** Cost Management names a pause for each of its limits; the longest counts. */
function retryAfterIn(headers: Headers): number | undefined {
  const seconds = [...headers]
    .filter(([name]) =>
      /^x-ms-ratelimit-microsoft\.costmanagement-.*retry-after$/i.test(name),
    )
    .map(([, value]) => Number(value))
    .filter(Number.isFinite);
  return seconds.length ? Math.max(...seconds) : undefined;
}
