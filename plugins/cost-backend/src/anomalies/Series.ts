/** One row of daily costs that is watched for anomalies: what an entity, or nobody, spends on one service. */
export interface SeriesKey {
  /** `own`: of an entity; `shared`: before a rule splits it; `unattributed`: nobody's, by account. */
  kind: 'own' | 'shared' | 'unattributed';
  entityRef?: string;
  /** Of what is shared. */
  rule?: string;
  provider: string;
  service: string;
  /** Of what is not an entity's own. */
  accountId?: string;
  accountName?: string;
}

/** The same text for the same series, at any time. */
export function seriesId(key: SeriesKey): string {
  const { kind, entityRef, rule, provider, service, accountId } = key;
  return JSON.stringify([
    kind,
    entityRef ?? rule ?? null,
    provider,
    service,
    accountId ?? null,
  ]);
}
