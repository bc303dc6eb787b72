import {
  formatQuantity,
  type HealthSignal,
} from '@portico/plugin-health-common';

/** Below it a budget is worth a word. */
const LITTLE_BUDGET = 0.25;

/** `p95 latency 480 ms, objective 300 ms.`; `48 of 50 connections to orders-db.`; `Alert OrdersLatencyHigh firing.` */
export function sentenceOf(
  signal: HealthSignal,
  all: HealthSignal[] = [],
): string {
  return `${upperFirst(signal, phraseOf(signal, all))}.`;
}

function phraseOf(signal: HealthSignal, all: HealthSignal[]): string {
  const { title, kind, value, text, limit, detail } = signal;
  if (!value) return withoutStop(wordsOf(signal));
  const amount = formatQuantity(value);
  if (kind === 'error-budget') return `${title} ${amount} left`;
  if (kind === 'burn-rate') {
    const [first] = detail?.split(';') ?? [];
    const window = first?.startsWith('over ') ? ` ${first}` : '';
    const budget = budgetOf(signal, all);
    return budget
      ? `${phraseOf(budget, all)}, burning ${amount}${window}`
      : `${title} ${amount}${window}`;
  }
  if (value.of !== undefined && value.unit !== 'ratio') {
    return `${amount} ${lowerFirst(title)}${text ? `, ${text}` : ''}`;
  }
  return limit
    ? `${title} ${amount}, ${limit.kind} ${formatQuantity(limit)}`
    : `${title} ${amount}`;
}

/** The budget that a burn rate burns, if there is little left of it. */
function budgetOf(
  burning: HealthSignal,
  all: HealthSignal[],
): HealthSignal | undefined {
  const id = burning.id.replace('burn-rate', 'error-budget');
  return all.find(
    it =>
      it.id === id &&
      it.kind === 'error-budget' &&
      it.state !== 'unknown' &&
      it.value &&
      it.value.value < LITTLE_BUDGET,
  );
}

function wordsOf({ kind, state, title, text, detail }: HealthSignal): string {
  switch (kind) {
    case 'workload': // its title only says which pods
      return detail ?? [title, text].filter(Boolean).join(' ');
    case 'deployment':
      return [`${title}: ${text}`, detail].filter(Boolean).join('. ');
    case 'probe':
      return `${title}: ${text ?? detail}`;
    case 'errors':
      if (state === 'unknown' && text) return text;
      return [title, text].filter(Boolean).join(' ');
    default:
      return [title, text ?? detail].filter(Boolean).join(' ');
  }
}

/** `Connections to orders-db` after a number; names and abbreviations stay as they are. */
function lowerFirst(title: string): string {
  return /^[A-Z][a-z]/.test(title)
    ? title[0].toLowerCase() + title.slice(1)
    : title;
}

/** Sentences begin with a capital, except those that begin with a term as `p95`. */
function upperFirst(signal: HealthSignal, phrase: string): string {
  return /^[a-z]+\b/.test(phrase) && !/^p\d/.test(signal.title)
    ? phrase[0].toUpperCase() + phrase.slice(1)
    : phrase;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
