import type { Amount } from '@portico/plugin-cost-common';
import { Sparkline } from '@portico/ui';
import { formatWhole, toNumber } from './money';

/** `13 months: from 310 to 411 USD`, over those that are known. */
function wordsOf(months: (Amount | null)[], currency: string): string {
  const known = months.filter(it => it !== null);
  if (known.length === 0) return 'Nothing known of 13 months';
  const [first, last] = [known[0], known.at(-1)!].map(formatWhole);
  return `${known.length} months: from ${first} to ${last} ${currency}`;
}

/** The last 13 months as a line; the end dot is the forecast, where there is one. */
export function Spark13(props: {
  months: (Amount | null)[];
  currency: string;
  /** In px; 20 unless told, for rows. */
  height?: number;
}) {
  const { months, currency, height = 20 } = props;
  return (
    <Sparkline
      values={months.map(it => (it === null ? null : toNumber(it)))}
      label={wordsOf(months, currency)}
      height={height}
    />
  );
}
