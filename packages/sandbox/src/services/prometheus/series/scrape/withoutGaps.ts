import type { Span } from './Schedule';

/** What is left of spans, both oldest first. */
export function withoutGaps(
  spans: readonly Span[],
  gaps: readonly { from: number; to: number }[],
): Span[] {
  return gaps.reduce<Span[]>(
    (left, gap) =>
      left.flatMap(span => {
        if (gap.to <= span.from || gap.from >= span.to) return [span];
        const before = { ...span, to: gap.from };
        const after = { ...span, from: gap.to };
        return [before, after].filter(one => one.to > one.from);
      }),
    [...spans],
  );
}
