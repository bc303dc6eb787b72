/** A legend with `{{label}}` filled in; what is not there becomes empty. */
export function formatLegend(
  format: string,
  labels: Readonly<Record<string, string>>,
): string {
  return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(labels, name) ? labels[name] : '',
  );
}

/** Labels as they stand in a legend that nobody chose, e.g. `code="200", job="api"`. */
export function listLabels(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .sort()
    .join(', ');
}
