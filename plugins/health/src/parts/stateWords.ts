import type {
  HealthSignal,
  HealthState,
  Limit,
} from '@portico/plugin-health-common';
import { formatQuantity } from '@portico/plugin-health-common';
import { formatLasting, type SectionTone } from '@portico/ui';

/** The words for states. */
export const STATE_WORDS: Record<HealthState, string> = {
  healthy: 'Healthy',
  degraded: 'Degraded',
  failing: 'Failing',
  unknown: 'Unknown',
};

/** How the rule over something in this state looks. */
export function toneOf(state: HealthState, stale = false): SectionTone {
  if (stale) return 'stale';
  if (state === 'failing') return 'bad';
  return state === 'degraded' ? 'warn' : 'fine';
}

/** `12 min`, `4 h 52 min`: how long something lasts that began at an ISO 8601 moment. */
export function lasting(since: string, now: Date): string {
  return formatLasting((now.getTime() - Date.parse(since)) / 1000);
}

/** `objective 300 ms`, `usual 176 req/s`; replicas are wanted by themselves ("6 of 6"). */
export function limitWords(limit: Limit): string {
  return `${limit.kind} ${formatQuantity(limit)}`;
}

/** What a signal measured or says: `480 ms`, `firing`; empty where it is its state alone. */
export function valueWords({ value, text }: HealthSignal): string {
  return value ? formatQuantity(value) : text ?? '';
}

/** What stands behind the value: limit, what is known besides, who muted it. */
export function besideWords(signal: HealthSignal): string {
  const { limit, detail, value, text } = signal;
  return [
    // "48 of 50" says its limit already.
    limit && value?.of !== limit.value && limitWords(limit),
    value && text,
    detail,
  ]
    .filter(Boolean)
    .join('; ');
}

/** A fine signal in a few words: `errors 0.08 %, objective 0.1 %`. */
export function fineWords(signal: HealthSignal): string {
  const { title, value, limit } = signal;
  const said = [lowerFirst(title), valueWords(signal)]
    .filter(Boolean)
    .join(' ');
  return limit && value?.of !== limit.value
    ? `${said}, ${limitWords(limit)}`
    : said;
}

/** `Error ratio` inside a sentence; `HTTP probe` and `OrdersDown` keep their capitals. */
function lowerFirst(title: string): string {
  return /^[A-Z][a-z]*(\s|$)/.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;
}
