import type { ChargeUse } from './ChargeUse';
import { aMonth, type Saving } from './Saving';

interface Kind {
  words: RegExp;
  one: string;
  many: string;
  todo: string;
}

/** How bills say that nothing uses what is charged for. */
const KINDS: readonly Kind[] = [
  {
    // https://aws.amazon.com/vpc/pricing/: "Idle public IPv4 address"
    words:
      /idle (?:public )?ip|ip(?:v4)? address not attached|unassociated.*\bip\b/i,
    one: 'address',
    many: 'addresses',
    todo: 'Release what nothing answers on.',
  },
  {
    words:
      /(?:unattached|not attached|detached|available).*(?:volume|disk)|(?:volume|disk).*(?:unattached|not attached|detached)/i,
    one: 'volume',
    many: 'volumes',
    todo: 'Take a snapshot of what may still be wanted, and delete them.',
  },
  {
    words: /idle load ?balancer|load ?balancer.*no (?:targets|backends)/i,
    one: 'load balancer',
    many: 'load balancers',
    todo: 'Delete what has no targets.',
  },
];

const MOST_RESOURCES = 50;

/**
 * What is paid for and attached to nothing, as far as the bill says so.
 *
 * @param days how many days the uses are of
 */
export function unattached(uses: readonly ChargeUse[], days: number): Saving[] {
  const groups = new Map<string, { kind: Kind; uses: ChargeUse[] }>();
  for (const use of uses) {
    const kind = KINDS.find(({ words }) => words.test(use.description));
    if (!kind) continue;
    const owner = use.entityRef ?? use.accountName ?? null;
    const key = JSON.stringify([kind.one, owner]);
    const group = groups.get(key) ?? { kind, uses: [] };
    group.uses.push(use);
    groups.set(key, group);
  }
  return [...groups].map(([key, { kind, uses: group }]) => {
    const resources = [
      ...new Set(group.map(it => it.resource ?? it.description)),
    ].sort();
    const count = resources.length;
    const [{ entityRef, accountName }] = group;
    const where = !entityRef && accountName ? `, account ${accountName}` : '';
    return {
      kind: 'unattached' as const,
      key,
      ...(entityRef && { entityRef }),
      title: `${count} ${
        count === 1 ? kind.one : kind.many
      } attached to nothing${where}`,
      detail: `The bill calls them “${group[0].description}”. ${kind.todo}`,
      monthly: aMonth(
        group.reduce((sum, use) => sum + use.cost, 0),
        days,
      ),
      resources: resources.slice(0, MOST_RESOURCES),
    };
  });
}
