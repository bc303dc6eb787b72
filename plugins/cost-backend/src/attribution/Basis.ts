import type { Rates } from '@portico/plugin-cost-common';
import type { CostSubject } from '@portico/plugin-cost-node';
import { createHash } from 'node:crypto';
import type { CostConfig } from '../config/CostConfig';
import type { ConfiguredRule } from '../config/readRules';
import type { StoredSource } from '../store/SourceStore';
import type { CostCatalog } from '../subjects/CostCatalog';

/** What attribution rests on, beside the bill itself. */
export interface Basis {
  subjects: readonly CostSubject[];
  /** For what is shared by all. */
  components: readonly string[];
  rules: readonly ConfiguredRule[];
  rates: Rates;
  tagKeys: readonly string[];
  environmentTag: string;
  /** Bills in their order: of two of one account the first counts. */
  bills: readonly { id: string; kind: 'billed' | 'estimated' }[];
  /** Two that are alike attribute alike. */
  fingerprint: string;
}

/** The basis as of now. */
export function basisOf(
  config: CostConfig,
  catalog: CostCatalog,
  sources: readonly StoredSource[],
): Basis {
  const { rules, rates, datedRates, tagKeys, environmentTag } = config;
  const { subjects } = catalog;
  const components = catalog.components();
  const bills = sources
    .filter(({ role }) => role === 'bill')
    .map(({ id, kind }) => ({ id, kind }));
  const comparisons = sources
    .filter(({ role }) => role === 'comparison')
    .map(({ id }) => id);
  const fingerprint = createHash('sha256')
    .update(
      JSON.stringify([
        ...[subjects, components, rules, rates.base, datedRates],
        ...[tagKeys, environmentTag, bills, comparisons],
      ]),
    )
    .digest('hex');
  return {
    ...{ subjects, components, rules, rates, tagKeys, environmentTag },
    ...{ bills, fingerprint },
  };
}
