import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  parseCostSelector,
  type CostCondition,
} from '@portico/plugin-cost-common';
import type { AttributionRule } from '@portico/plugin-cost-node';

/** Those who share: entities by reference, or all components of the catalog. */
export type Among = readonly string[] | 'all';

/** How the config splits what is shared; who all are, and who a cluster's workloads are, is known day by day. */
export type ConfiguredSplit =
  | { by: 'even' | 'cost'; among: Among }
  | { by: 'share'; shares: Record<string, number> }
  | {
      by: 'allocation';
      cluster: string;
      /** Whether what nobody asked for is shared by those who asked; else it is nobody's. */
      idleShared?: boolean;
    };

/** A rule of the config. */
export type ConfiguredRule = Omit<AttributionRule, 'split'> & {
  split?: ConfiguredSplit;
};

/** @throws InputError with the rule's name, for one that can't be meant */
export function readRules(configs: readonly Config[]): ConfiguredRule[] {
  const rules = configs.map(readRule);
  const names = rules.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) {
    throw new InputError(
      `cost.rules: '${twice}' is there twice; give each rule a name of its own.`,
    );
  }
  return rules;
}

function readRule(config: Config): ConfiguredRule {
  const written = config.getOptional('when');
  const texts = (Array.isArray(written) ? written : [written ?? '']).map(
    String,
  );
  const name = config.getOptionalString('name') ?? texts.join(' && ');
  const fail = (message: string) =>
    new InputError(`cost.rules: '${name}': ${message}`);
  const when = texts.flatMap((text): CostCondition[] => {
    const { anyOf, problems } = parseCostSelector(text);
    if (problems.length || anyOf.length !== 1) {
      throw fail(
        problems[0] ??
          `'${text}' is not one condition; write e.g. when: ['provider=Datadog'], and a rule for each alternative.`,
      );
    }
    return anyOf[0];
  });
  const entity = config.getOptionalString('entity');
  const tag = config.getOptionalString('tag');
  const split = config.getOptionalConfig('split');
  if ([entity, tag, split].filter(it => it !== undefined).length > 1) {
    throw fail('say only one of entity, tag and split.');
  }
  return {
    name,
    when,
    ...(entity !== undefined && { entityRef: refOf(entity) }),
    ...(tag !== undefined && { tag: tag.replace(/^tag:/, '') }),
    ...(split && { split: readSplit(split, fail) }),
  };
}

function readSplit(
  config: Config,
  fail: (message: string) => InputError,
): ConfiguredSplit {
  if (config.has('evenly')) return { by: 'even', among: among('evenly') };
  if (config.has('inProportion')) {
    return { by: 'cost', among: among('inProportion') };
  }
  if (config.has('byCluster')) {
    const idle = config.getOptionalString('idle') ?? 'nobody';
    if (!['nobody', 'shared'].includes(idle)) {
      throw fail(
        `idle is '${idle}'; it is nobody, or shared by those who use the cluster.`,
      );
    }
    return {
      by: 'allocation',
      cluster: config.getString('byCluster'),
      ...(idle === 'shared' && { idleShared: true }),
    };
  }
  const shares = config.getOptionalConfig('shares');
  if (!shares) {
    throw fail(
      'split is one of evenly: [entities], inProportion: [entities], shares: { entity: number }, byCluster: name.',
    );
  }
  const written = Object.entries(shares.get<Record<string, unknown>>());
  return {
    by: 'share',
    shares: Object.fromEntries(
      written.map(([ref, share]) => {
        const part = Number(share);
        if (!(part >= 0)) {
          throw fail(`the share of ${ref} is ${share}; it is zero or more.`);
        }
        return [refOf(ref), part];
      }),
    ),
  };

  function among(key: string): Among {
    const value = config.get(key);
    if (value === 'all') return 'all';
    return config.getStringArray(key).map(refOf);
  }
}

function refOf(text: string): string {
  return stringifyEntityRef(
    parseEntityRef(text, {
      defaultKind: 'component',
      defaultNamespace: 'default',
    }),
  );
}
