/** What goes wrong often, and what to do about it. */
const KNOWN = [
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT)\b.*/,
    ([, code]) =>
      `the network or a server there does not answer (${code}); check the connection and the npm registry setting, then try again`,
  ],
  [
    /EADDRINUSE.*?:(\d+)\b/,
    ([, port]) => `port ${port} is taken; stop what listens there`,
  ],
  [/ENOSPC/, () => 'the disk is full'],
  [
    /lockfile would have been modified/,
    () =>
      'yarn.lock does not fit the package.json files; run `yarn install` and commit yarn.lock',
  ],
];

const LONGEST = 240;

/**
 * The reason of a failure, in one line, from what a process wrote: a known one with what to do,
 * else the first line that speaks of an error, else the last line. Empty when nothing was written.
 */
export function reasonOf(output) {
  // eslint-disable-next-line no-control-regex
  const text = output.replace(/\u001b\[[0-9;]*m/g, '');
  for (const [pattern, explain] of KNOWN) {
    const match = text.match(pattern);
    if (match) return explain(match);
  }
  const lines = text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line && !line.startsWith('at '));
  const telling = lines.find(line =>
    /(\berror\b|[a-z]Error\b|npm ERR!)/i.test(line),
  );
  const line = telling ?? lines.at(-1) ?? '';
  return line.length > LONGEST
    ? `${line.slice(0, LONGEST)}…`
    : line.replace(/[.:]$/, '');
}
