import {
  formatQuantity,
  type Figure,
  type FigureName,
  type HealthSignal,
  type HealthVerdict,
  type Quantity,
  type RecentValues,
} from '@portico/plugin-health-common';
import type { StateName } from '@portico/ui';

const NO_BREAK_SPACE = '\u00a0';

/** `480` and `ms`; words stay whole. */
export function splitUnit(text: string): { value: string; unit?: string } {
  const at = text.lastIndexOf(NO_BREAK_SPACE);
  return at < 0
    ? { value: text }
    : { value: text.slice(0, at), unit: text.slice(at + 1) };
}

/** `over by 60 %`, `within`; nothing where there is no limit, or nothing is known. */
export function againstLimit(
  figure: Figure | undefined,
): { state: StateName; words: string } | undefined {
  if (!figure || !('value' in figure) || !figure.limit) return undefined;
  const { value, limit, state } = figure;
  if (state === 'healthy') return { state, words: 'within' };
  if (state === 'unknown') return undefined;
  const past = value.value / limit.value - 1;
  if (!(past > 0) || !Number.isFinite(past)) return { state, words: state };
  const words = formatQuantity(
    past >= 2
      ? { value: past + 1, unit: 'multiple' }
      : { value: past, unit: 'ratio' },
  );
  return { state, words: past >= 2 ? `${words} of it` : `over by ${words}` };
}

/** What a figure is held against: its objective; what the last hour was; for how long a budget lasts. */
export function comparison(
  name: FigureName,
  verdict: HealthVerdict,
  signal?: HealthSignal,
): string | undefined {
  const figure = verdict.figures[name];
  if (!figure) return undefined;
  if ('none' in figure) return figure.none;
  if ('unknown' in figure) return figure.unknown;
  const detail = signal?.detail;
  if (name === 'errorBudgetLeft') return burning(verdict, detail);
  if (name === 'requestsPerSecond' && detail) return detail;
  if (figure.limit) {
    const kind = name === 'requestsPerSecond' ? 'usual' : 'objective';
    return `${kind} ${formatQuantity(figure.limit)}`;
  }
  return lastHour(name, figure.value, verdict.recent);
}

/** Of what a source says of a budget, what stands beside the number; the tab has the rest. */
const OF_BUDGET = /^(lasts|spent) /;

/** How fast it burns, and for how long it lasts. */
function burning(
  { figures: { burnRate: burn } }: HealthVerdict,
  detail?: string,
): string | undefined {
  const rate = burn && 'value' in burn ? burn.value : undefined;
  const words = rate?.value === 0 ? 'nothing burns' : undefined;
  return [
    rate?.value ? `burning ${formatQuantity(rate)}` : words,
    ...(detail ?? '').split('; ').filter(part => OF_BUDGET.test(part)),
  ]
    .filter(Boolean)
    .join('; ');
}

function lastHour(
  name: FigureName,
  { unit }: Quantity,
  recent?: RecentValues,
): string | undefined {
  const values = recentOf(name, recent)?.filter(value => value !== null);
  if (!values?.length) return undefined;
  const [least, most] = [Math.min(...values), Math.max(...values)].map(value =>
    formatQuantity({ value, unit }),
  );
  return least === most
    ? `${most} for an hour`
    : `${splitUnit(least).value} to ${most} in the last hour`;
}

/** The last hour of a figure, where it is kept. */
export function recentOf(
  name: FigureName,
  recent?: RecentValues,
): (number | null)[] | undefined {
  if (!recent) return undefined;
  return name === 'requestsPerSecond' ||
    name === 'errorRatio' ||
    name === 'latencyP95Seconds' ||
    name === 'errorBudgetLeft'
    ? recent[name]
    : undefined;
}
