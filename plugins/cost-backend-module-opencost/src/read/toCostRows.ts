import type { ServiceCategory } from '@portico/plugin-cost-common';
import type { CostRow } from '@portico/plugin-cost-node';
import type { OpenCostSettings } from '../config/OpenCostSettings';
import type { ClusterUse } from './readLine';

const PARTS: [
  key: keyof ClusterUse['costs'],
  category: ServiceCategory,
  title: string,
][] = [
  ['compute', 'Compute', 'CPU, memory and accelerators'],
  ['storage', 'Storage', 'Persistent volumes'],
  ['network', 'Networking', 'Traffic and load balancers'],
  ['shared', 'Management and Governance', 'Part of what the cluster shares'],
];

/** Rows of a cluster that is on no bill: one for each workload and kind of cost, and what is idle. */
export function toCostRows(
  use: ClusterUse,
  { cluster, currency, tags: keys }: OpenCostSettings,
): CostRow[] {
  const { day, namespace, controllerKind, controller, service, environment } =
    use;
  const tags = {
    ...use.labels,
    ...(namespace && { namespace }),
    ...(service && { [keys.service]: service }),
    ...(environment && { [keys.environment]: environment }),
  };
  const workload = [namespace, controllerKind, controller].map(it => it ?? '-');
  return PARTS.filter(([key]) => use.costs[key] > 0n).map(
    ([key, serviceCategory, title]): CostRow => ({
      day,
      providerName: 'Kubernetes',
      billingAccountId: cluster,
      subAccountId: cluster,
      subAccountName: cluster,
      serviceCategory,
      serviceName: 'Kubernetes',
      resourceId: `${cluster}/${use.isIdle ? 'idle' : workload.join('/')}`,
      resourceName: use.isIdle ? 'idle' : controller ?? namespace,
      resourceType: use.isIdle ? 'Idle capacity' : controllerKind,
      chargeCategory: 'Usage',
      chargeDescription: use.isIdle ? `Idle: ${title}` : title,
      tags,
      billedCost: use.costs[key],
      effectiveCost: use.costs[key],
      billingCurrency: currency,
    }),
  );
}
