/** Where a label comes from: the stream's index, metadata beside the line, or the line itself. */
export type LabelKind = 'I' | 'S' | 'P';

/** A line of a log on its way through a query. */
export interface Line {
  /** Milliseconds since 1970. */
  at: number;
  /** The same in nanoseconds. */
  nanos: string;
  text: string;
  labels: Record<string, string>;
  /** Of each label. */
  kinds: Record<string, LabelKind>;
  /** What `unwrap` took out of it. */
  value?: number;
}

/** One step of a query: changes the line, and says whether it stays. */
export type Stage = (line: Line) => boolean;

/** Gives a line a label that was found in it; one that is taken becomes `…_extracted`. */
export function extract(line: Line, name: string, value: string): void {
  const clean = name.replace(/[^a-zA-Z0-9_:]/g, '_').replace(/^(\d)/, '_$1');
  const kind = line.kinds[clean];
  const free =
    kind === undefined || kind === 'P' ? clean : `${clean}_extracted`;
  line.labels[free] = value;
  line.kinds[free] = 'P';
}

/** Notes what went wrong with a line; it stays, as Loki has it. */
export function markError(line: Line, error: string, details: string): void {
  extract(line, '__error__', error);
  extract(line, '__error_details__', details);
}
