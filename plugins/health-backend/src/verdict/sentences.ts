import {
  formatQuantity,
  type HealthSignal,
} from '@portico/plugin-health-common';

/** `p95 latency 480 ms, objective 300 ms.`; `48 of 50 connections to orders-db.`; `Alert OrdersLatencyHigh firing.` */
export function sentenceOf(signal: HealthSignal): string {
  return `${upperFirst(signal, phraseOf(signal))}.`;
}

function phraseOf(signal: HealthSignal): string {
  const { title, kind, value, text, limit } = signal;
  if (signal.stale && signal.state === 'unknown') return title;
  if (text !== undefined && !value) {
    const separator = kind === 'deployment' ? ': ' : ' ';
    const told = [title, text].join(separator);
    return kind === 'deployment' && signal.detail
      ? `${told}. ${withoutStop(signal.detail)}`
      : withoutStop(told);
  }
  if (!value) return withoutStop(signal.detail ?? title);
  const amount = formatQuantity(value);
  if (kind === 'error-budget') return `${title} ${amount} left`;
  if (value.of !== undefined && value.unit !== 'ratio') {
    return `${amount} ${lowerFirst(title)}`;
  }
  if (!limit) return `${title} ${amount}`;
  if (limit.kind === 'limit' && value.unit === 'ratio') {
    return limit.value === 1
      ? `${title} ${amount} of limit`
      : `${title} ${amount}, limit ${formatQuantity(limit)}`;
  }
  return `${title} ${amount}, ${limit.kind} ${formatQuantity(limit)}`;
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
