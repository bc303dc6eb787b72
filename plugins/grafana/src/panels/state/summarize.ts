import type { PanelData, PanelView } from '@portico/plugin-grafana-common';
import { formatDuration } from '@portico/ui';
import { counted, firstOf, momentIn, WORDS } from '../../charts/words';
import { stateRows, type StateRow } from './stateSpans';

const TOLD = 4;

function rowWords({ name, spans }: StateRow, span: number): string {
  const last = spans[spans.length - 1];
  if (!last) return `${name} has no values`;
  if (spans.length === 1) return `${name} ${last.text} throughout`;
  const changes = counted(spans.length - 1, 'change');
  const since = momentIn(last.from, span);
  return `${name} ${last.text} since ${since}, ${changes}`;
}

/** The states in words: those that changed most come first, each with its last state and since when. */
export function summarize(_: PanelView, data: PanelData): string {
  const rows = stateRows(data, WORDS);
  if (rows.length === 0) return 'No values in this time.';
  const span = data.to - data.from;
  const sorted = [...rows].sort((a, b) => b.spans.length - a.spans.length);
  const words = sorted.map(row => rowWords(row, span));
  const over = formatDuration(span / 1000);
  return `${counted(rows.length, 'row')} over ${over}; ${firstOf(
    words,
    TOLD,
  )}.`;
}
