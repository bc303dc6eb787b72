import { formatDate } from './formatDate';
import { writeAs } from './formats';
import type { VariableValues } from './VariableValues';

/** Writes a variable of Grafana's own; undefined leaves it as it is written. */
export type BuiltIn = (as: {
  /** E.g. `date:iso`. */
  format?: string;
  /** E.g. `title` of `${__dashboard.title}`. */
  field?: string;
}) => string | undefined;

export type BuiltIns = Readonly<Record<string, BuiltIn>>;

/**
 * Variables that Grafana has for each panel:
 * https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/add-template-variables/#global-variables
 * Those of an interval only if one is given.
 */
export function builtInsOf(facts: {
  range: { from: Date; to: Date; raw: { from: string; to: string } };
  dashboard: { uid: string; title: string };
  orgId?: number;
  /** Between two points: `$__interval`, `$__interval_ms`. */
  intervalMs?: number;
  /** `$__rate_interval`, `$__rate_interval_ms`. */
  rateIntervalMs?: number;
  /** For `$__all_variables`. */
  values?: VariableValues;
}): BuiltIns {
  const { range, dashboard, orgId = 1, intervalMs, rateIntervalMs } = facts;
  const rangeMs = range.to.getTime() - range.from.getTime();
  const rangeSeconds = Math.round(rangeMs / 1000);
  const user = { id: '0', login: 'portico', email: '' };
  return {
    __from: ({ format }) => writeTime(range.from, format),
    __to: ({ format }) => writeTime(range.to, format),
    __timezone: () => 'utc',
    __range: () => `${rangeSeconds}s`,
    __range_s: () => `${rangeSeconds}`,
    __range_ms: () => `${rangeMs}`,
    __dashboard: fieldOf(
      { title: dashboard.title, uid: dashboard.uid },
      dashboard.title,
    ),
    __org: fieldOf({ id: `${orgId}`, name: '' }, `${orgId}`),
    __user: fieldOf(user, user.id),
    __url_time_range: () =>
      `${new URLSearchParams({ from: range.raw.from, to: range.raw.to })}`,
    __all_variables: () =>
      [...(facts.values ?? [])]
        .filter(([, { type }]) => type !== 'adhoc')
        .map(([name, chosen]) => writeAs(name, chosen, 'queryparam'))
        .join('&'),
    ...(intervalMs === undefined
      ? {}
      : {
          __interval: () => durationText(intervalMs),
          __interval_ms: () => `${intervalMs}`,
        }),
    ...(rateIntervalMs === undefined
      ? {}
      : {
          __rate_interval: () => durationText(rateIntervalMs),
          __rate_interval_ms: () => `${rateIntervalMs}`,
        }),
  };
}

const UNITS: [string, number][] = [
  ['y', 31_536_000_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
];

/** As Grafana and Prometheus write durations, in the largest unit without a rest: `15s`, `90s`, `2h`. */
export function durationText(ms: number): string {
  const unit = UNITS.find(([, length]) => ms >= length && ms % length === 0);
  return unit ? `${ms / unit[1]}${unit[0]}` : `${Math.round(ms)}ms`;
}

function fieldOf(fields: Record<string, string>, whole: string): BuiltIn {
  return ({ field }) => {
    if (field === undefined) return whole;
    return Object.hasOwn(fields, field) ? fields[field] : undefined;
  };
}

/** Milliseconds since 1970, or what `date`, `date:seconds`, `date:YYYY-MM` want. */
function writeTime(time: Date, format = ''): string {
  if (!/^date\b/.test(format)) return `${time.getTime()}`;
  const pattern = format.slice('date:'.length) || 'iso';
  switch (pattern) {
    case 'iso':
      return time.toISOString();
    case 'seconds':
      return `${Math.round(time.getTime() / 1000)}`;
    case 'ms':
      return `${time.getTime()}`;
    default:
      return formatDate(time, pattern);
  }
}
