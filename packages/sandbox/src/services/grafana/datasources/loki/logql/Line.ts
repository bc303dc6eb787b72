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

/** Names as they are found, by what a label may be called: few names come again in each line. */
const cleaned = new Map<string, string>();

function clean(name: string): string {
  let known = cleaned.get(name);
  if (known === undefined) {
    known = name.replace(/[^a-zA-Z0-9_:]/g, '_').replace(/^(\d)/, '_$1');
    if (cleaned.size > 1000) cleaned.clear();
    cleaned.set(name, known);
  }
  return known;
}

/** Gives a line a label that was found in it; one that is taken becomes `…_extracted`. */
export function extract(line: Line, found: string, value: string): void {
  const name = clean(found);
  const kind = line.kinds[name];
  const free = kind === undefined || kind === 'P' ? name : `${name}_extracted`;
  line.labels[free] = value;
  line.kinds[free] = 'P';
}

/** Notes what went wrong with a line; it stays, as Loki has it. */
export function markError(line: Line, error: string, details: string): void {
  extract(line, '__error__', error);
  extract(line, '__error_details__', details);
}
