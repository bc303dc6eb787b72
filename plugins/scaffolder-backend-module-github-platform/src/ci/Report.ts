/** What a step found and did of one kind of thing, by name. */
export interface Report {
  made: string[];
  changed: string[];
  kept: string[];
}

/** For the log, e.g. `2 made (A, B), 1 as wanted`. */
export function describeReport({ made, changed, kept }: Report): string {
  const parts = [
    made.length ? `${made.length} made (${made.join(', ')})` : '',
    changed.length ? `${changed.length} changed (${changed.join(', ')})` : '',
    kept.length ? `${kept.length} already as wanted` : '',
  ];
  return parts.filter(Boolean).join(', ') || 'none';
}
