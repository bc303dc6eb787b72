import {
  HEALTH_STATES,
  type HealthOverview,
  type HealthState,
  type StateCounts,
} from '@portico/plugin-health-common';
import { formatCount, listed } from '../../parts/names';
import { totalOf } from '../../parts/rollupWords';
import { lasting } from '../../parts/stateWords';

/** As many are named in the sentence; the others are counted. */
const NAMED = 4;

/** The verdict over all services, as it could be read aloud. */
export interface Sentence {
  /** The worst state that any is in. */
  state: HealthState;
  /** In bold: `1 of 64 services is failing:`. */
  lead: string;
  /** `payouts, for 41 min. 4 are degraded, 2 unknown.` */
  text: string;
  /** Quieter: `57 are healthy; yesterday at this time 62 were.` */
  rest: string;
}

const areWords = (count: number) => (count === 1 ? 'is' : 'are');

/** Those in the worst state by name; how long, if it is one. */
function names({ items }: HealthOverview, state: HealthState, now: Date) {
  const worst = items.filter(item => item.state === state);
  if (worst.length === 1) {
    const [{ title, since }] = worst;
    return `${title}, for ${lasting(since, now)}.`;
  }
  const titles = worst.map(({ title }) => title);
  const shown = titles.length > NAMED ? titles.slice(0, NAMED - 1) : titles;
  const more = titles.length - shown.length;
  return `${listed(more ? [...shown, `${formatCount(more)} more`] : shown)}.`;
}

/** `4 are degraded, 2 unknown.` */
function others(counts: StateCounts, worst: HealthState): string {
  const words = (['degraded', 'unknown'] as const)
    .filter(state => state !== worst && counts[state] > 0)
    .map(
      (state, at) =>
        `${formatCount(counts[state])} ${
          at === 0 ? `${areWords(counts[state])} ` : ''
        }${state}`,
    );
  return words.length > 0 ? `${words.join(', ')}.` : '';
}

/** Puts the state of all services into words. */
export function sentenceOf(overview: HealthOverview, now: Date): Sentence {
  const { counts, yesterday } = overview;
  const total = totalOf(counts);
  const state = HEALTH_STATES.find(it => counts[it] > 0) ?? 'unknown';
  const then = yesterday
    ? `yesterday at this time ${formatCount(yesterday.healthy)} ${
        yesterday.healthy === 1 ? 'was' : 'were'
      }.`
    : '';
  if (state === 'healthy') {
    const lead =
      total === 1
        ? 'The one service is healthy.'
        : `All ${formatCount(total)} services are healthy.`;
    return { state, lead, text: '', rest: upperFirst(then) };
  }
  const count = counts[state];
  const healthy = counts.healthy
    ? `${formatCount(counts.healthy)} ${areWords(counts.healthy)} healthy`
    : 'None is healthy';
  return {
    state,
    lead: `${formatCount(count)} of ${formatCount(total)} ${
      total === 1 ? 'service' : 'services'
    } ${areWords(count)} ${state}:`,
    text: [names(overview, state, now), others(counts, state)]
      .filter(Boolean)
      .join(' '),
    rest: then ? `${healthy}; ${then}` : `${healthy}.`,
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
