import {
  allocate,
  COST_METRICS,
  type CostMetric,
  type Nanos,
} from '@portico/plugin-cost-common';
import type { CostRow } from '../CostRow';
import {
  Attribution,
  type AttributionInput,
  type Share,
  type Target,
} from './Attribution';
import type { AttributionLine } from './Line';
import type { AttributionRule, Split } from './Rule';

/**
 * Says of each row who pays it: by the selectors of entities, then by the rules of the config, then by relations of
 * the catalog. The lines of a row add up to it exactly, so that what is attributed, shared and unattributed is the
 * bill, whatever the rows, rules and entities are.
 */
export function attribute(input: AttributionInput): AttributionLine[] {
  const { rows } = input;
  const attribution = new Attribution(input);
  const lines: AttributionLine[] = [];
  const later: { row: number; rule: AttributionRule; split: Split }[] = [];
  rows.forEach((row, index) => {
    const decided = attribution.decide(row);
    if ('split' in decided) later.push({ row: index, ...decided });
    else lines.push(...parts(row, index, [{ target: decided, weight: 1n }]));
  });
  // What is shared by cost is shared by what is known to be somebody's own.
  const own = ownCosts(rows, lines);
  for (const { row: index, rule, split } of later) {
    const row = rows[index];
    const shares = attribution
      .shares(split, row.day, own)
      .filter(({ weight }) => weight > 0n);
    lines.push(
      ...parts(
        row,
        index,
        shares.length
          ? shares.map(share => ({
              target: targetOf(share, rule, split),
              weight: share.weight,
            }))
          : [{ target: { cause: 'no-split', rule: rule.name }, weight: 1n }],
      ),
    );
  }
  return lines;
}

function targetOf(share: Share, rule: AttributionRule, { by }: Split): Target {
  if ('cause' in share) {
    const { cause, found } = share;
    return { cause, rule: rule.name, ...(found !== undefined && { found }) };
  }
  const { entityRef } = share;
  return { entityRef, basis: { kind: 'shared', rule: rule.name, by } };
}

/** Effective cost by day and entity, of what is its own. */
function ownCosts(
  rows: readonly CostRow[],
  lines: readonly AttributionLine[],
): Map<string, Nanos> {
  const own = new Map<string, Nanos>();
  for (const line of lines) {
    if (!('entityRef' in line)) continue;
    const key = `${rows[line.row].day} ${line.entityRef}`;
    own.set(key, (own.get(key) ?? 0n) + line.effectiveCost);
  }
  return own;
}

/** Each of a row's costs, split alike. */
function parts(
  row: CostRow,
  index: number,
  shares: { target: Target; weight: bigint }[],
): AttributionLine[] {
  const weights = shares.map(({ weight }) => weight);
  const split = new Map<CostMetric, Nanos[]>();
  for (const metric of COST_METRICS) {
    const amount = row[`${metric}Cost`];
    if (amount !== undefined) split.set(metric, allocate(amount, weights));
  }
  return shares.map(({ target }, at) => ({
    row: index,
    ...target,
    billedCost: split.get('billed')![at],
    effectiveCost: split.get('effective')![at],
    listCost: split.get('list')?.[at],
    contractedCost: split.get('contracted')?.[at],
  }));
}
