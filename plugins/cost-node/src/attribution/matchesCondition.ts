import type { CostCondition } from '@portico/plugin-cost-common';
import type { CostRow } from '../CostRow';

const COLUMNS: Record<
  Exclude<CostCondition['on'], 'tag'>,
  (row: CostRow) => (string | undefined)[]
> = {
  account: row => [row.subAccountId, row.subAccountName],
  service: row => [row.serviceName],
  resource: row => [row.resourceId, row.resourceName],
  region: row => [row.regionId],
  provider: row => [row.providerName],
};

/** Whether a row meets a condition; a `*` in its value stands for any characters. */
export function matchesCondition(
  row: CostRow,
  { on, key = '', value }: CostCondition,
): boolean {
  const found = on === 'tag' ? [row.tags[key]] : COLUMNS[on](row);
  return found.some(text => text !== undefined && matchesText(text, value));
}

function matchesText(text: string, pattern: string): boolean {
  const [first, ...rest] = pattern.split('*');
  if (rest.length === 0) return text === pattern;
  const last = rest.pop()!;
  if (
    !text.startsWith(first) ||
    !text.endsWith(last) ||
    text.length < first.length + last.length
  ) {
    return false;
  }
  let at = first.length;
  for (const part of rest) {
    const next = text.indexOf(part, at);
    if (next < 0 || next + part.length > text.length - last.length)
      return false;
    at = next + part.length;
  }
  return true;
}
