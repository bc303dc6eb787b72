/** How grave a line is. */
export type LogLevel =
  | 'critical'
  | 'error'
  | 'warning'
  | 'info'
  | 'debug'
  | 'trace'
  | 'unknown';

/** Words that programs use: https://grafana.com/docs/grafana/latest/explore/logs-integration/#log-level */
const WORDS: [RegExp, LogLevel][] = [
  [/^(emerg(ency)?|fatal|alert|crit(ical)?|panic)$/, 'critical'],
  [/^(err(or)?|eror|severe)$/, 'error'],
  [/^warn(ing)?$/, 'warning'],
  [/^(info(rmation(al)?)?|notice)$/, 'info'],
  [/^(dbug|debug)$/, 'debug'],
  [/^(trace|verbose)$/, 'trace'],
];
const STATED =
  /\b(?:level|lvl|severity)"?\s*[=:]\s*"?([a-z]+)|\b(fatal|panic|critical|error|err|warn(?:ing)?|info|notice|debug|trace)\b/i;

function wordLevel(word: string | undefined): LogLevel | undefined {
  const lower = word?.toLowerCase() ?? '';
  return WORDS.find(([pattern]) => pattern.test(lower))?.[1];
}

/** The level that a line's labels give it, else the one that it states itself. */
export function levelOf(label: string | undefined, line: string): LogLevel {
  const [, stated, word] = STATED.exec(line) ?? [];
  return wordLevel(label) ?? wordLevel(stated ?? word) ?? 'unknown';
}
