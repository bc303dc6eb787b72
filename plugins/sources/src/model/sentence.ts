import type { SourceStatus } from '@portico/plugin-sources-common';
import { formatSince, type StateName } from '@portico/ui';
import { nameOf } from './names';
import { standingOf } from './standing';

/** So many are named; more are counted. */
const NAMED = 3;

/** What the page says first. */
export interface Sentence {
  state: StateName;
  lead: string;
  /** The rest, quieter. */
  text: string;
}

/** How Portico stands with all its sources, in words that could be read aloud. */
export function sentenceOf(items: SourceStatus[], now: Date): Sentence {
  const total = items.length;
  const inState = (state: StateName) =>
    items.filter(item => standingOf(item, now).state === state);
  const bad = inState('failing');
  const unknown = inState('unknown');
  const warned = inState('degraded');
  const good = total - bad.length - unknown.length;
  const more = [
    ...warned.map(
      item => `${nameOf(item, items)}: ${standingOf(item, now).brief}`,
    ),
    ...(unknown.length > 0 && unknown.length < total
      ? [`${unknown.length} not looked at yet.`]
      : []),
  ];
  const text = (first: string) => [first, ...more].filter(Boolean).join(' ');

  if (bad.length === 1) {
    return {
      state: 'failing',
      lead: `${troubleOf(bad[0], items, now)};`,
      text: text(total === 1 ? 'it is the only source.' : others(good, bad[0])),
    };
  }
  if (bad.length > 1) {
    return {
      state: 'failing',
      lead: `${bad.length} of ${total} sources cannot be used now:`,
      text: text(`${listOf(bad, items)}. ${answer(good)}.`),
    };
  }
  if (unknown.length === total) {
    return {
      state: 'unknown',
      lead: 'No source was looked at yet.',
      text: 'The first look is taken within a minute of the start.',
    };
  }
  return {
    state: warned.length > 0 ? 'degraded' : 'healthy',
    lead:
      unknown.length > 0
        ? `${good} of ${total} sources ${good === 1 ? 'answers' : 'answer'}.`
        : allAnswer(total, items),
    text: text(''),
  };
}

function allAnswer(total: number, [only]: SourceStatus[]): string {
  return total === 1
    ? `${only.title} answers.`
    : `All ${total} sources answer.`;
}

function answer(count: number): string {
  return `${count === 0 ? 'None' : count} ${
    count === 1 ? 'answers' : 'answer'
  }`;
}

/** `11 others do.`, after what one has not done. */
function others(count: number, { state }: SourceStatus): string {
  const one = count === 1;
  if (state === 'refused') {
    return one ? '1 other answers.' : `${count} others answer.`;
  }
  return one ? '1 other does.' : `${count} others do.`;
}

/** `Argo CD has not answered since 14:01`. */
function troubleOf(source: SourceStatus, all: SourceStatus[], now: Date) {
  const { state, since } = source;
  const when = since ? ` since ${formatSince(new Date(since), now)}` : '';
  const name = nameOf(source, all);
  return state === 'refused'
    ? `${name} has not taken Portico’s credential${when}`
    : `${name} has not answered${when}`;
}

/** `Argo CD, GitHub, Okta and 2 more`. */
function listOf(sources: SourceStatus[], all: SourceStatus[]): string {
  const names = sources.map(source => nameOf(source, all));
  const left = names.length - NAMED;
  const shown = left > 0 ? [...names.slice(0, NAMED), `${left} more`] : names;
  return `${shown.slice(0, -1).join(', ')} and ${shown[shown.length - 1]}`;
}
