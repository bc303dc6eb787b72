import { ConflictError, isError } from '@backstage/errors';
import {
  AnswerTooLargeError,
  UpstreamHttp,
  type Download,
  type Patience,
  type Refusal,
  type UpstreamRequest,
} from '@portico/plugin-upstream-node';
import type { GrafanaInstance } from '../config/readGrafanaInstances';
import { GrafanaProblem } from '../GrafanaProblem';

/** Grafana has it, at another version of its API: 406. */
export class OtherApiError extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** Requests to one Grafana; what goes wrong has the names of `GRAFANA_PROBLEMS`. */
export class GrafanaHttp {
  readonly #http: UpstreamHttp;

  /** @param refusalOf goes before what each refusal means otherwise */
  constructor(
    instance: GrafanaInstance,
    patience?: Patience,
    refusalOf?: (refusal: Refusal) => Error | undefined,
  ) {
    this.#http = new UpstreamHttp(
      {
        title: `Grafana '${instance.name}'`,
        url: instance.url,
        headers: {
          authorization: `Bearer ${instance.token}`,
          ...(instance.orgId && {
            'x-grafana-org-id': String(instance.orgId),
          }),
        },
        configuredAt: 'grafana.instances',
        reasonIn,
        refusalOf: refusal => refusalOf?.(refusal) ?? usualRefusal(refusal),
      },
      patience,
    );
  }

  /**
   * @throws GrafanaProblem where it can't be reached, is too slow, refuses the token or answers too much; InputError,
   *   NotFoundError, ConflictError as `UpstreamHttp`; the signal's reason
   */
  async request<T>(request: UpstreamRequest): Promise<T> {
    return this.#http.request<T>(request).catch(asProblem);
  }

  /** The same for what is no JSON. */
  async download(request: UpstreamRequest): Promise<Download> {
    return this.#http.download(request).catch(asProblem);
  }
}

function usualRefusal({ status, message, text }: Refusal): Error | undefined {
  switch (status) {
    case 401:
    case 403:
      return new GrafanaProblem('GrafanaCredentialError', message);
    case 406:
      return new OtherApiError(parsedReason(text) ?? message);
    case 412: // a title or a version that is taken
      return new ConflictError(message);
    default:
      return undefined;
  }
}

function asProblem(error: Error): never {
  if (error instanceof AnswerTooLargeError) {
    throw new GrafanaProblem('ResultTooLargeError', error.message, error);
  }
  if (error.name !== 'ServiceUnavailableError') throw error;
  const { cause, message } = error;
  const isSlow = isError(cause) && cause.name === 'TimeoutError';
  // The message without what the cause adds to it, which says the same again.
  throw new GrafanaProblem(
    isSlow ? 'GrafanaTimeoutError' : 'GrafanaUnreachableError',
    message.split('; caused by ')[0],
    error,
  );
}

/** Most of Grafana answers with `{message}`; its alerting also with `{error}`. */
function reasonIn(body: unknown): string | undefined {
  const { message, error } = (body ?? {}) as Record<string, unknown>;
  return [message, error].find(it => typeof it === 'string') as
    | string
    | undefined;
}

/** The reason that a body gives, where it is JSON. */
export function parsedReason(text: string): string | undefined {
  try {
    return reasonIn(JSON.parse(text));
  } catch {
    return undefined; // the page of a proxy
  }
}
