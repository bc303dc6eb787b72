import type { CostBasis, ShownMetric } from '@portico/plugin-cost-common';
import { formatMinute, formatZone } from '@portico/ui';
import { dayWords } from './dates';

/** What a metric is called where people read it. */
export const METRIC_WORDS: Record<ShownMetric, string> = {
  billed: 'billed',
  effective: 'amortised',
};

/** `today 06:10 UTC`, `18 Nov 06:10 UTC`, in the viewer's zone. */
function collectedWords(at: Date, now: Date): string {
  const day =
    at.toDateString() === now.toDateString()
      ? 'today'
      : at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' });
  return `${day} ${formatMinute(at)} ${formatZone(at)}`;
}

/** The parts of `amortised, USD · to 19 Nov · collected today 06:10 UTC`. */
export function basisWords(basis: CostBasis, now: Date): string[] {
  const { metric, currency, through, collectedAt } = basis;
  return [
    `${METRIC_WORDS[metric]}, ${currency}`,
    through ? `to ${dayWords(through)}` : 'no day is known',
    collectedAt
      ? `collected ${collectedWords(new Date(collectedAt), now)}`
      : 'never collected',
  ];
}

/** On hover: what may still change, what was converted. */
export function basisDetail({ openSince, converted }: CostBasis): string {
  return [
    openSince && `From ${dayWords(openSince)} on bills may still be restated.`,
    converted.length > 0 &&
      `Converted by dated rates: ${converted.join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
