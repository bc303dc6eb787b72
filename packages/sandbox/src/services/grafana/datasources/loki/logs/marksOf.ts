import type {
  Sample,
  Series,
} from '../../../../prometheus/series/SeriesSource';

/** How far apart the samples are that lines are told from: reading all of them takes many times as long. */
const GRID_MS = 120_000;
const SCRAPE_MS = 15_000;

/**
 * Samples of a counter around a time: one each two minutes, all of them where it began, ended, or has not got further
 * yet. The same for the same time, whatever is asked for around it.
 */
export function marksOf(
  series: Series,
  after: number,
  until: number,
): Sample[] {
  const at = (moment: number) =>
    series.samples(moment - SCRAPE_MS, moment).at(-1);
  const start = Math.floor(after / GRID_MS) * GRID_MS;
  let before = at(start);
  const marks = before ? [before] : [];
  for (let end = start + GRID_MS; end < until + GRID_MS; end += GRID_MS) {
    const next = at(end);
    if (before && next) marks.push(next);
    else marks.push(...series.samples(end - GRID_MS, end));
    before = next;
  }
  return marks;
}
