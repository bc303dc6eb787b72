import type { World } from '../../world';
import type { Priced } from '../Charge';
import { accountOf, arn, awsUsage, SIZES, type Environment } from './aws';

const PODS_A_NODE = 11;
const NODE_USD = 9.22; // m6i.2xlarge, on demand
const CONTROL_PLANE_USD = 2.4;

/** Name of the one cluster; OpenCost says who uses it. */
export const CLUSTER = 'mini-org';

/** How many nodes an environment's pods need. */
export function nodeCount(world: World, environment: Environment): number {
  const pods = world.components.reduce((sum, one) => sum + one.replicas, 0);
  return Math.ceil((pods * SIZES[environment]) / PODS_A_NODE);
}

/** What Kubernetes runs on: nodes that no service owns. */
export function clusterCharges(world: World): Priced[] {
  return (Object.keys(SIZES) as Environment[]).flatMap(environment => {
    const account = accountOf(world, environment);
    const tags = { 'eks:cluster-name': CLUSTER, environment };
    const nodes = Array.from(
      { length: nodeCount(world, environment) },
      (_, index) => {
        const id = `i-${environment.slice(0, 4)}node${String(index).padStart(
          3,
          '0',
        )}`;
        return awsUsage(account, {
          serviceCategory: 'Compute',
          serviceName: 'Amazon Elastic Compute Cloud - Compute',
          usageType: 'USE1-BoxUsage:m6i.2xlarge',
          description: '$0.384 per On Demand Linux m6i.2xlarge Instance Hour',
          resourceId: arn(account, 'ec2', `instance/${id}`),
          resourceName: `${CLUSTER}-${environment}-${index}`,
          tags,
          usd: NODE_USD,
          elastic: 0,
          covered: environment === 'production' ? 0.6 : 0,
          quantity: 24,
          unit: 'Hours',
        });
      },
    );
    return [
      ...nodes,
      awsUsage(account, {
        serviceCategory: 'Compute',
        serviceName: 'Amazon Elastic Container Service for Kubernetes',
        usageType: 'USE1-AmazonEKS-Hours:perCluster',
        description: '$0.10 per hour for Amazon EKS cluster',
        resourceId: arn(account, 'eks', `cluster/${CLUSTER}`),
        tags,
        usd: CONTROL_PLANE_USD,
        elastic: 0,
        quantity: 24,
        unit: 'Hours',
      }),
    ];
  });
}
