/** One server that Portico asks. */
export interface Upstream {
  /** As messages name it, e.g. `Alertmanager 'mini-org'`. */
  title: string;
  /** Where the backend reaches it; no trailing slash. */
  url: string;
  /** Sent with each request; those that prove who asks never get into a message. */
  headers: Readonly<Record<string, string>>;
  /** Where its address and its credential are configured, e.g. `health.alertmanager.instances`. */
  configuredAt: string;
  /** What the body of a refusal gives as its reason; undefined where it gives none. */
  reasonIn?: (body: unknown) => string | undefined;
  /** A refusal that means something to whoever asks; it is thrown as it is, and nothing is asked again. */
  refusalOf?: (refusal: Refusal) => Error | undefined;
  /** How many seconds it asks to wait, where it says so in headers of its own; `Retry-After` is read anyhow. */
  retryAfterIn?: (headers: Headers) => number | undefined;
}

/** An answer that is no success. */
export interface Refusal {
  status: number;
  text: string;
  /** What was asked, and what came back; no secrets. */
  message: string;
}

/** How long a server is waited for. */
export interface Patience {
  /** One attempt; 10,000 if absent. */
  timeoutMs?: number;
  /** After the first attempt, for what can be repeated; 2 if absent. */
  retries?: number;
  /** Pause before the first repetition, doubled with each; 500 if absent. A server that names one is listened to. */
  retryDelayMs?: number;
  /** No repetition begins after so long; 15,000 if absent. */
  budgetMs?: number;
}

export interface UpstreamRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With its parts encoded, without the query. */
  path: string;
  query?: URLSearchParams;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as a form, instead of a body. */
  form?: URLSearchParams;
  headers?: Readonly<Record<string, string>>;
  /** Whether it can be made twice without harm. */
  repeatable: boolean;
  signal?: AbortSignal;
  /** Most bytes of the answer, as they come out of any compression; no limit if absent. */
  mostBytes?: number;
  /** How long one attempt of this request may take, instead of what the server's `Patience` says. */
  timeoutMs?: number;
  /** Told of each request that is really sent. */
  onAttempt?: () => void;
}

/** What came back, as it is. */
export interface Download {
  /** Empty where the server does not say. */
  contentType: string;
  data: Buffer;
}
