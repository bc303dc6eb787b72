import { shortServiceName } from '@portico/plugin-cost-common';
import type { Anomaly } from '@portico/plugin-cost-node';
import { dayText, timesText } from '../announce/words';
import type { Change } from './Change';
import type { Grown } from './Grown';
import { grownText } from './grownText';

/** From that on the usual is next to nothing, and a multiple of it says nothing. */
const MEANINGLESS = 50;

/** What is known of an anomaly's reason. */
export interface AnomalyFacts {
  anomaly: Anomaly;
  service: string;
  /** Name of whose it is. */
  own?: string;
  grown: readonly Grown[];
  /** Why it is nobody's, as a sentence. */
  nobody?: string;
  changes: readonly Change[];
  /** Whether it costs as much after its last day: it has become usual. */
  stays: boolean;
  money: (amount: number) => string;
}

/** How many times the usual, at most what a number still says. */
export function factorOf({ actual, usual }: Anomaly): number {
  return usual > actual / 1000 ? actual / usual : 1000;
}

/** The likely cause in words: what stands out since when, what grew, and what was changed at that time. */
export function becauseOf(facts: AnomalyFacts): string {
  return [
    headOf(facts),
    grownText(facts.grown, facts.money, facts.own),
    facts.nobody,
    ...facts.changes.map(({ words }) => words),
  ]
    .filter(Boolean)
    .join(' ');
}

function headOf({ anomaly, service, stays, money }: AnomalyFacts): string {
  const { from, to, actual } = anomaly;
  const since = `since ${dayText(from)}`;
  const between =
    to === from
      ? `on ${dayText(from)}`
      : `from ${dayText(from)} to ${to && dayText(to)}`;
  const when = !to || stays ? since : between;
  const factor = factorOf(anomaly);
  const name = shortServiceName(service);
  const usual = stays ? 'was usual' : 'is usual';
  return factor > MEANINGLESS
    ? `${name}, ${money(actual)} a day ${when}; next to nothing before.`
    : `${name}, ${timesText(factor)} what ${usual} ${
        stays ? 'before, ' : ''
      }${when}.`;
}
