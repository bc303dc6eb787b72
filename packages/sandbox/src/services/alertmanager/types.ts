/** What a silence or a filter asks of one label. */
export interface Matcher {
  name: string;
  value: string;
  isRegex: boolean;
  /** False for `!=` and `!~`. */
  isEqual: boolean;
}

export type Labels = Record<string, string>;

/** An alert as somebody sent it; times in milliseconds since 1970. */
export interface Alert {
  labels: Labels;
  annotations: Labels;
  startsAt: number;
  endsAt: number;
  updatedAt: number;
  /** `endsAt` was not said: it is when nobody has repeated the alert for long enough. */
  timeout: boolean;
  generatorURL: string;
}

/** Times in milliseconds since 1970. */
export interface Silence {
  id: string;
  matchers: Matcher[];
  startsAt: number;
  endsAt: number;
  updatedAt: number;
  createdBy: string;
  comment: string;
}

export type SilenceState = 'active' | 'pending' | 'expired';

/** What PagerDuty was told last of a group of alerts. */
export interface Notification {
  /** Labels that its alerts have in common. */
  labels: Labels;
  routingKey: string;
  summary: string;
  state: 'firing' | 'resolved';
  /** Milliseconds since 1970; 0 before the first success. */
  sentAt: number;
  /** Tries in a row that came to nothing. */
  failures: number;
  /** Not before; milliseconds since 1970. */
  nextAt: number;
  lastError?: string;
}
