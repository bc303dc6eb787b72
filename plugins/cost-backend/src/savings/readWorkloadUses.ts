import type { Knex } from 'knex';
import type { CostConfig } from '../config/CostConfig';
import { dayNumber } from '../store/days';
import type { CostCatalog } from '../subjects/CostCatalog';
import type { ChargeUse } from './ChargeUse';
import type { WorkloadUse } from './oversized';

const UNIT = 1e9;

/**
 * What workloads asked for and used, in money of the bill: what their cluster's rows cost on these days, for each unit
 * that the cluster had. A cluster that is on no bill has its own prices.
 *
 * @param span first and last day, both included, `YYYY-MM-DD`
 * @param known.uses what was charged on these days
 */
export async function readWorkloadUses(
  db: Knex,
  span: { from: string; to: string },
  known: {
    catalog: CostCatalog;
    config: CostConfig;
    uses: readonly ChargeUse[];
  },
): Promise<WorkloadUse[]> {
  const { catalog, config, uses } = known;
  const range: [number, number] = [dayNumber(span.from), dayNumber(span.to)];
  const rows: {
    cluster: string;
    kind: string;
    environment: string | null;
    controller: string | null;
    service: string | null;
    requested: string;
    peak: number | null;
  }[] = await db('cost_allocation as a')
    .join('cost_workload as w', 'w.id', 'a.workload_id')
    .whereBetween('a.day', range)
    .groupBy('w.cluster', 'w.kind', 'w.environment', 'w.controller')
    .groupBy('w.service')
    .select(
      'w.cluster',
      'w.kind',
      'w.environment',
      'w.controller',
      'w.service',
      db.raw('CAST(SUM(a.requested) AS TEXT) AS requested'),
      db.raw(
        'MAX(CASE WHEN a.requested > 0 THEN 1.0 * a.used / a.requested END) AS peak',
      ),
    );
  const all = new Map<string, number>();
  for (const { cluster, requested } of rows) {
    all.set(cluster, (all.get(cluster) ?? 0) + Number(requested) / UNIT);
  }
  const billed = billedByCluster(uses, config);
  const components = new Map(
    catalog.components().map(ref => [catalog.byRef.get(ref)!.name, ref]),
  );
  return rows.flatMap(row => {
    const { cluster, kind, environment, controller, service, peak } = row;
    const entityRef = service && components.get(service);
    if (kind !== 'workload' || !entityRef || peak === null) return [];
    const price =
      (billed.get(cluster) ?? all.get(cluster)!) / all.get(cluster)!;
    return {
      entityRef,
      title: catalog.byRef.get(entityRef)!.title,
      ...(environment && { environment }),
      controller: controller ?? service,
      requested: (Number(row.requested) / UNIT) * price,
      peak: Number(peak),
    };
  });
}

/** What was split by the workloads of each cluster. */
function billedByCluster(
  uses: readonly ChargeUse[],
  { rules }: CostConfig,
): Map<string, number> {
  const clusters = new Map(
    rules.flatMap(({ name, split }) =>
      split?.by === 'allocation' ? [[name, split.cluster] as const] : [],
    ),
  );
  const billed = new Map<string, number>();
  for (const { rule, cost } of uses) {
    const cluster = rule && clusters.get(rule);
    if (cluster) billed.set(cluster, (billed.get(cluster) ?? 0) + cost);
  }
  return billed;
}
