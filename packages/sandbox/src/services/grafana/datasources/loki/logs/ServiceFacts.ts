import type { Incident } from '../../../../../incidents';
import type { Component } from '../../../../../world';

/** What lines of one service are made from. */
export interface ServiceFacts {
  /** Absent for what was deployed since the world was made. */
  component?: Component;
  /** Those that overlap the time. */
  incidents: Incident[];
}

/** Values of a line, in the order in which they are written. */
export type Written = Record<string, string | number>;

/** A line as the service's library writes it: `logfmt` in Go, else JSON. */
export function writeLine(
  { component }: ServiceFacts,
  values: Written,
): string {
  if (component?.language !== 'go') return JSON.stringify(values);
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quoted(String(value))}`)
    .join(' ');
}

function quoted(text: string): string {
  return /[\s="]/.test(text) ? JSON.stringify(text) : text;
}

/** The incident of one of these kinds that is under way at a moment. */
export function incidentAt(
  { incidents }: ServiceFacts,
  at: number,
  ...kinds: Incident['kind'][]
): Incident | undefined {
  return incidents.find(
    ({ kind, startedAt, endedAt = Infinity }) =>
      kinds.includes(kind) && startedAt <= at && endedAt > at,
  );
}
