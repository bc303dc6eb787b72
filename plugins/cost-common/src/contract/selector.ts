/** Says which rows of the bill are an entity's, e.g. `tag:service=orders`. `tag:service=<entity name>` if absent. */
export const COST_SELECTOR = 'portico/cost-selector';

/** One condition on a row: a tag, or a property of it. */
export interface CostCondition {
  /** `tag`, or what FOCUS calls `SubAccountId`, `ServiceName`, `ResourceId`, `RegionId`, `ProviderName`. */
  on: 'tag' | 'account' | 'service' | 'resource' | 'region' | 'provider';
  /** Of a tag. */
  key?: string;
  /** Whole value; a `*` stands for any characters. */
  value: string;
}

/** Rows that meet all conditions of any of these. */
export interface CostSelector {
  anyOf: CostCondition[][];
  problems: string[];
}

const FORM =
  /^(?:tag:([^=\s]+)|(account|service|resource|region|provider))\s*=\s*(.+)$/;

/**
 * Reads `portico/cost-selector`: conditions joined by `&&`, alternatives by `||` or a comma, e.g.
 * `tag:service=orders, tag:app=orders && account=123456789012`.
 */
export function parseCostSelector(text: string): CostSelector {
  const selector: CostSelector = { anyOf: [], problems: [] };
  for (const alternative of text.split(/\|\||,/).map(it => it.trim())) {
    if (alternative === '') continue;
    const conditions: CostCondition[] = [];
    for (const part of alternative.split('&&').map(it => it.trim())) {
      const [, key, on, value] = FORM.exec(part) ?? [];
      if (value === undefined) {
        selector.problems.push(
          `${COST_SELECTOR}: '${part}' is no condition; write e.g. tag:service=orders or account=123456789012.`,
        );
      } else if (key === undefined) {
        conditions.push({ on: on as CostCondition['on'], value: value.trim() });
      } else {
        conditions.push({ on: 'tag', key, value: value.trim() });
      }
    }
    if (conditions.length) selector.anyOf.push(conditions);
  }
  return selector;
}
