/** Labels of a series, without those that it does not have. */
export type Labels = Readonly<Record<string, string>>;

/** One series of an instant query. Prometheus writes `NaN`, `+Inf` and `-Inf` too. */
export interface InstantSample {
  labels: Labels;
  value: number;
}

/** One series of a range query. */
export interface RangeSeries {
  labels: Labels;
  /** Seconds since 1970, and value. */
  values: [number, number][];
}

/** Answer of an instant query; `warnings` where the server says that it is not all, as Thanos does. */
export interface InstantAnswer {
  samples: InstantSample[];
  warnings: string[];
}

/** What `POST /api/v1/query` answers: https://prometheus.io/docs/prometheus/latest/querying/api/ */
export interface ApiBody {
  status?: 'success' | 'error';
  errorType?: string;
  error?: string;
  warnings?: string[];
  /** VictoriaMetrics says here that some of its stores did not answer. */
  isPartial?: boolean;
  data?: {
    resultType?: string;
    result?: {
      metric?: Record<string, string>;
      value?: [number, string];
      values?: [number, string][];
    }[];
  };
}

/** A number as Prometheus writes it. */
export function toNumber(text: string): number {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  return Number(text);
}
