/** FNV-1 of 32 bits, in hexadecimal: http://www.isthe.com/chongo/tech/comp/fnv/ */
function fnv32(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) {
    hash = Math.imul(hash, 0x01000193) ^ byte;
  }
  return (hash >>> 0).toString(16);
}

/**
 * An id for each line of a log, as Grafana's log data sources make them: moment in nanoseconds and a checksum, with a
 * number where the same comes again.
 */
export function logIds(
  lines: readonly { nanos: string; line: string; labels: object }[],
): string[] {
  const seen = new Map<string, number>();
  return lines.map(({ nanos, line, labels }) => {
    const id = `${nanos}_${fnv32(`${line}_${JSON.stringify(labels)}`)}`;
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    return count > 0 ? `${id}_${count}` : id;
  });
}
