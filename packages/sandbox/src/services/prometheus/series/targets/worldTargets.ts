import { shareOf } from '../../../../incidents';
import {
  memoryLimitOf,
  namespaceIn,
  replicasIn,
  type Component,
  type Environment,
} from '../../../../world';
import { parseQuantity } from '../../../kubernetes/objects/quantity';
import { EPOCH_MS } from '../rhythm/Wave';
import type { Target } from './Target';

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';
const YEAR_MS = 365 * 86_400_000;

/**
 * The pods that a component had before those of the cluster: the only ones where an environment has none there.
 *
 * @param goneAt when those of the cluster took over
 */
export function worldTargets(
  component: Component,
  environment: Environment,
  goneAt: number | undefined,
): Target[] {
  const { name, port } = component;
  const replicas = replicasIn(environment, component);
  return Array.from({ length: replicas }, (_, rank): Target => {
    const id = `${name}/${environment}/${rank}`;
    const share = (what: string) => shareOf(`${id}/${what}`);
    const hash = Math.floor(shareOf(`${name}/${environment}`) * 16 ** 8);
    const suffix = Array.from({ length: 5 }, (_letter, index) =>
      LETTERS.charAt(Math.floor(share(`${index}`) * LETTERS.length)),
    ).join('');
    const zone = rank % 3;
    const address = [2, 3].map(one => Math.floor(share(`ip${one}`) * 256));
    return {
      id,
      service: name,
      environment,
      namespace: namespaceIn(environment, component),
      pod: `${name}-${hash.toString(16).padStart(8, '0')}-${suffix}`,
      container: name,
      instance: `10.0.${address.join('.')}:${port}`,
      node: `ip-10-0-${zone * 64}-${17 + zone}.us-east-1.compute.internal`,
      rank,
      share: 1 / replicas,
      memoryLimitBytes: parseQuantity(memoryLimitOf(component)),
      lives: [{ from: EPOCH_MS + share('birth') * YEAR_MS, to: goneAt }],
      goneAt,
    };
  });
}
