/** Whether a value is in a list of a query; an empty list asks for everything. */
export function isAmong(list: string[], value: string): boolean {
  return list.length === 0 || list.includes(value);
}
