import {
  formatQuantity,
  type HealthSignal,
  type Objective,
} from '@portico/plugin-health-common';
import { budgetQuery } from './budgetQuery';
import { firedRule, type FiredRule } from './burnRules';
import { budgetCover, bracketNote } from './budgetNotes';
import { nameOf } from './latencySignals';
import { allowanceOf, badCount, burnOf, missed } from './objectiveReadings';
import { makeSignal, NO_REQUESTS, type SignalContext } from './SignalContext';
import { BUDGET_WINDOW, BURN_RULES } from '../query/windows';

const PAGE = BURN_RULES[0];
const BUDGET_DAYS = 28;

/** Of each objective the error budget that is left, and how fast it burns. The worst of them give the figures. */
export function objectiveSignals(context: SignalContext): HealthSignal[] {
  const { objectives } = context.target;
  const budgets = objectives.flatMap(it => budgetSignal(context, it) ?? []);
  const burns = objectives.flatMap(it => burnSignal(context, it) ?? []);
  const least = pick(budgets, (a, b) => a < b);
  const fastest = pick(burns, (a, b) => a > b);
  if (least) least.figure = 'errorBudgetLeft';
  if (fastest) fastest.figure = 'burnRate';
  return [...budgets, ...burns];
}

function budgetSignal(
  context: SignalContext,
  objective: Objective,
): HealthSignal | undefined {
  const found = missed(context, objective, BUDGET_WINDOW);
  if (!found) return undefined;
  const common = {
    name: `error-budget${suffixOf(objective)}`,
    kind: 'error-budget' as const,
    title: objective.kind === 'latency' ? 'Latency budget' : 'Error budget',
    query: budgetQuery(context, objective),
  };
  const cover = budgetCover(context);
  if (found.requests === 0) {
    const none = { ...common, state: 'healthy' as const, text: NO_REQUESTS };
    return makeSignal(context, { ...none, detail: cover });
  }
  const spent = found.bad / found.requests / allowanceOf(objective);
  const isSpent =
    spent >= 1 &&
    badCount(found, BUDGET_WINDOW) >= context.settings.minimumErrors;
  const burn = burnOf(context, objective, '1h') ?? 0;
  const notes = [
    cover,
    spent > 1
      ? `spent ${formatQuantity({ value: spent, unit: 'multiple' })}`
      : [],
    spent < 1 && burn > 1 ? lasts(1 - spent, burn) : [],
    bracketNote(context, objective) ?? [],
  ].flat();
  return makeSignal(context, {
    ...common,
    state: isSpent ? 'degraded' : 'healthy',
    value: { value: Math.max(0, 1 - spent), unit: 'ratio' },
    excess: isSpent ? spent : undefined,
    detail: notes.join('; '),
  });
}

function lasts(left: number, burn: number): string {
  const seconds = (left * BUDGET_DAYS * 86_400) / burn;
  return `lasts ${formatQuantity({
    value: seconds,
    unit: 'seconds',
  })} at this rate`;
}

function burnSignal(
  context: SignalContext,
  objective: Objective,
): HealthSignal | undefined {
  const common = {
    name: `burn-rate${suffixOf(objective)}`,
    kind: 'burn-rate' as const,
    title: `${
      objective.kind === 'latency' ? 'Latency' : 'Error'
    } budget burning`,
    query: budgetQuery(context, objective),
  };
  const fired = firedRule(context, objective);
  if (fired) return makeSignal(context, { ...common, ...firedFacts(fired) });
  if (context.read('requests.5m') === 0) {
    const none = { ...common, state: 'healthy' as const, text: NO_REQUESTS };
    return makeSignal(context, none);
  }
  const now = burnOf(context, objective, '5m');
  if (now === undefined) return undefined;
  const hour = burnOf(context, objective, '1h');
  return makeSignal(context, {
    ...common,
    state: 'healthy',
    value: { value: now, unit: 'multiple' },
    limit: { kind: 'limit', value: PAGE.rate, unit: 'multiple' },
    detail: [
      'over 5 min',
      hour === undefined ? [] : `${times(hour)} over 1 h`,
      `pages at ${times(PAGE.rate)}`,
    ]
      .flat()
      .join('; '),
  });
}

/** A page is about now: its short window comes first. What burns for days is told by the long one. */
function firedFacts(rule: FiredRule) {
  const { rate, state, longBurn, shortBurn } = rule;
  const over = {
    long: { burn: longBurn, window: worded(rule.long) },
    short: { burn: shortBurn, window: worded(rule.short) },
  };
  const [first, second] =
    state === 'failing' ? [over.short, over.long] : [over.long, over.short];
  return {
    state,
    value: { value: first.burn, unit: 'multiple' as const },
    limit: { kind: 'limit' as const, value: rate, unit: 'multiple' as const },
    excess: Math.min(longBurn, shortBurn) / rate,
    detail: `over ${first.window}; ${times(second.burn)} over ${
      second.window
    }; ${state === 'failing' ? 'pages at' : 'degraded from'} ${times(rate)}`,
  };
}

/** `14.4×`: thresholds keep their decimal. */
function times(value: number): string {
  return value === PAGE.rate
    ? `${PAGE.rate}×`
    : formatQuantity({ value, unit: 'multiple' });
}

const UNITS: Record<string, string> = { m: 'min', h: 'h', d: 'days' };

/** `30m` as `30 min`. */
function worded(window: string): string {
  if (window === '1d') return '1\u00a0day';
  return `${window.slice(0, -1)}\u00a0${UNITS[window.slice(-1)]}`;
}

function suffixOf(objective: Objective): string {
  return objective.kind === 'latency'
    ? `-latency-${nameOf(objective.quantile)}`
    : '';
}

function pick(
  signals: readonly HealthSignal[],
  isBetter: (a: number, b: number) => boolean,
): HealthSignal | undefined {
  let best: HealthSignal | undefined;
  for (const signal of signals) {
    if (
      !best?.value ||
      (signal.value && isBetter(signal.value.value, best.value.value))
    ) {
      best = signal;
    }
  }
  return best;
}
