import { grafanaData } from '../frames/library';

const LABELS = ['detected_level', 'level', 'lvl', 'loglevel', 'severity'];

/**
 * How bad a line is, as Grafana tells: what the data source says, else a label, else a word in the line.
 * https://grafana.com/docs/grafana/latest/explore/logs-integration/#log-level
 *
 * @returns `critical`, `error`, `warning`, `info`, `debug`, `trace` or `unknown`
 */
export function levelOf(
  said: unknown,
  labels: Readonly<Record<string, string>>,
  line: string,
): string {
  const named = [said, ...LABELS.map(label => labels[label])].find(
    it => typeof it === 'string' && it !== '',
  );
  return known(named) ?? inLine(line) ?? 'unknown';
}

function known(word: unknown): string | undefined {
  const { LogLevel } = grafanaData();
  return typeof word === 'string'
    ? (LogLevel as Record<string, string>)[word.toLocaleLowerCase('en-US')]
    : undefined;
}

/** `level=warn` and `"level":"warn"` go before a word that stands somewhere. */
function inLine(line: string): string | undefined {
  const assigned = /\b(?:level|lvl|severity)"?\s*[=:]\s*"?(\w+)/i.exec(line);
  const words = line.slice(0, 200).match(/[a-z]+/gi) ?? [];
  return [assigned?.[1], ...words].map(known).find(Boolean);
}
