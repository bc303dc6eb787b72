import type { Nanos } from '@portico/plugin-cost-common';
import {
  attribute,
  type AttributionBasis,
  type AttributionLine,
  type AttributionRule,
  type ClusterAllocation,
  type CostRow,
} from '@portico/plugin-cost-node';
import type { Group, Party } from '../store/dictionaries';
import type { Basis } from './Basis';
import { billOf, type BillLine, type CountedRow } from './billOf';
import { clustersOf, rulesOn } from './clusters';
import type { DayInput } from './DayInput';

/** Who pays, by reference; undefined where nobody does. */
export type NamedParty = Omit<Party, 'subjectId'> & { entityRef?: string };

/** What somebody pays of a charge, in the base currency. */
export interface OutcomeLine {
  chargeId: number;
  party: NamedParty;
  group: Group;
  billed: Nanos;
  effective: Nanos;
}

/** A day, attributed. */
export interface DayOutcome {
  lines: OutcomeLine[];
  /** What the lines of bills add up to, reckoned from the rows alone. */
  bill: BillLine[];
}

/** Says of a day who pays it. Estimates are attributed by themselves, so that they change no bill's split. */
export function attributeDay(input: DayInput, basis: Basis): DayOutcome {
  const { counted, lines: bill } = billOf(input.rows, basis);
  const allocations = clustersOf(input, basis);
  const options = { basis, allocations, rules: rulesOn(basis, allocations) };
  return {
    lines: (['billed', 'estimated'] as const).flatMap(kind =>
      attributeRows(
        counted.filter(it => it.kind === kind),
        options,
      ),
    ),
    bill,
  };
}

function attributeRows(
  counted: readonly CountedRow[],
  options: {
    basis: Basis;
    allocations: readonly ClusterAllocation[];
    rules: readonly AttributionRule[];
  },
): OutcomeLine[] {
  const { basis, allocations, rules } = options;
  const { subjects, tagKeys, environmentTag } = basis;
  const rows = counted.map(({ row }) => row);
  const merged = new Map<string, OutcomeLine>();
  for (const line of attribute({
    ...{ rows, subjects, rules, allocations, tagKeys },
  })) {
    const { chargeId, kind, row } = counted[line.row];
    const party = partyOf(line);
    const key = `${chargeId} ${JSON.stringify(party)}`;
    const known = merged.get(key);
    merged.set(key, {
      chargeId,
      party,
      group: known?.group ?? groupOf(row, party, { kind, environmentTag }),
      billed: line.billedCost + (known?.billed ?? 0n),
      effective: line.effectiveCost + (known?.effective ?? 0n),
    });
  }
  return [...merged.values()];
}

function partyOf(line: AttributionLine): NamedParty {
  if ('cause' in line) {
    const { cause, found, rule } = line;
    return { kind: 'unattributed', cause, found, rule };
  }
  const { entityRef, basis } = line;
  return {
    kind: basis.kind === 'shared' ? 'shared' : 'own',
    entityRef,
    basis: basis.kind,
    rule: 'rule' in basis ? basis.rule : undefined,
    via: viaOf(basis),
  };
}

function viaOf(basis: AttributionBasis): string | undefined {
  if (basis.kind === 'shared') return basis.by;
  return basis.kind === 'relation' ? basis.resource : undefined;
}

function groupOf(
  row: CostRow,
  { kind, cause }: NamedParty,
  options: { kind: 'billed' | 'estimated'; environmentTag: string },
): Group {
  return {
    kind: options.kind === 'estimated' ? 'estimated' : kind,
    cause,
    provider: row.providerName,
    accountId: row.subAccountId,
    accountName: row.subAccountName,
    category: row.serviceCategory,
    environment: row.tags[options.environmentTag] || undefined,
  };
}
