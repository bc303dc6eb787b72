/** Parses JSON with its numbers as they are written, since a binary float can't hold money: `12.10` becomes `'12.10'`. */
export function parseExactly(text: string): unknown {
  return JSON.parse(
    text,
    (_key: string, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? context?.source ?? String(value) : value,
  );
}
