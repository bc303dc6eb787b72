/** How far a long step is. */
export interface ProgressEntry {
  done: number;
  total: number;
  /** e.g. "database creating for 18 s". */
  message: string;
}

/** A line of a task's log, told apart by what it means to the reader. */
export type FlowLogLine =
  | { type: 'text'; level: 'debug' | 'info' | 'warn' | 'error'; text: string }
  | { type: 'section'; title: string }
  | { type: 'progress'; entry: ProgressEntry };

const SEPARATOR = ' | ';
const MARK = '▸';

function join(...parts: (string | number)[]): string {
  return [MARK, ...parts.map(part => String(part).replaceAll('|', '/'))].join(
    SEPARATOR,
  );
}

/**
 * Log lines that Portico's task page draws as a heading or a bar. The scaffolder keeps
 * only the text of a log line, so the meaning travels in the text; in the stock log they read well too.
 */
export const flowLog = {
  section: (title: string) => join('section', title),
  progress: (entry: ProgressEntry) =>
    join('progress', entry.done, entry.total, entry.message),
};

// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[\d+m/g;
const LEVEL = /^(debug|info|warn|error): /;

/** Reads a log event's message as the scaffolder stores it (`info: …`, with colour codes). */
export function parseFlowLogLine(message: string): FlowLogLine {
  const plain = message.replace(COLOURS, '');
  const level = LEVEL.exec(plain);
  const text = level ? plain.slice(level[0].length) : plain;
  const [mark, ...parts] = text.split(SEPARATOR);
  if (mark === MARK) {
    const [word, ...rest] = parts.map(part => part.trim());
    if (word === 'section') return { type: 'section', title: rest[0] };
    if (word === 'progress') {
      const [done, total, what] = rest;
      return {
        type: 'progress',
        entry: { done: Number(done), total: Number(total), message: what },
      };
    }
  }
  return {
    type: 'text',
    level: (level?.[1] ?? 'info') as 'debug' | 'info' | 'warn' | 'error',
    text,
  };
}
