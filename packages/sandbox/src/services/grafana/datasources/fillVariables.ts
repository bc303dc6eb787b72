/**
 * Fills in the variables that Grafana's server knows, as `$__interval` and `${__interval}`. Longer names go first, so
 * that `$__interval_ms` is not taken for `$__interval`.
 */
export function fillVariables(
  text: string,
  values: Readonly<Record<string, string>>,
): string {
  return Object.keys(values)
    .sort((a, b) => b.length - a.length)
    .reduce(
      (filled, name) =>
        filled
          .replaceAll(`$${name}`, values[name])
          .replaceAll(`\${${name}}`, values[name]),
      text,
    );
}

/** `$__range` and its kin, of a range in milliseconds. */
export function rangeVariables(milliseconds: number): Record<string, string> {
  const seconds = Math.round(milliseconds / 1000);
  return {
    __range: `${seconds}s`,
    __range_s: `${seconds}`,
    __range_ms: `${milliseconds}`,
  };
}
