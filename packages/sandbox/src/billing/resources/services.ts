import type { World } from '../../world';
import { chance } from '../chance';
import type { Priced } from '../Charge';
import {
  accountOf,
  arn,
  awsUsage,
  SIZES,
  tagsOf,
  type Environment,
} from './aws';

/** What each service causes beside its pods and stores: logs and traffic. */
export function serviceCharges(world: World): Priced[] {
  return world.components
    .filter(({ replicas }) => replicas > 0)
    .flatMap(component =>
      (Object.keys(SIZES) as Environment[]).flatMap(environment => {
        const account = accountOf(world, environment);
        const { name, replicas } = component;
        const tags = tagsOf(component, environment);
        const size =
          replicas * SIZES[environment] * (0.6 + 0.8 * chance('size', name));
        const charges = [
          awsUsage(account, {
            serviceCategory: 'Management and Governance',
            serviceName: 'AmazonCloudWatch',
            usageType: 'USE1-DataProcessing-Bytes',
            description: '$0.50 per GB of logs',
            resourceId: arn(account, 'logs', `log-group:/mini-org/${name}`),
            resourceName: `/mini-org/${name}`,
            tags,
            usd: 0.16 * size,
            elastic: 0.9,
          }),
          awsUsage(account, {
            serviceCategory: 'Networking',
            serviceName: 'EC2 - Other',
            usageType: 'USE1-DataTransfer-Regional-Bytes',
            description: '$0.01 per GB between availability zones',
            resourceName: name,
            tags,
            usd: 0.11 * size,
            elastic: 1,
          }),
        ];
        if (component.type !== 'website') return charges;
        return [
          ...charges,
          awsUsage(account, {
            serviceCategory: 'Networking',
            serviceName: 'Amazon CloudFront',
            usageType: 'US-DataTransfer-Out-Bytes',
            description: '$0.085 per GB to the internet',
            resourceId: arn(account, 'cloudfront', `distribution/${name}`),
            resourceName: name,
            tags,
            usd: 0.9 * size,
            elastic: 1,
          }),
        ];
      }),
    );
}
