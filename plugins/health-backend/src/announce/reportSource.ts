import type { HealthProvider } from '@portico/plugin-health-node';
import type { SourceReports } from '@portico/plugin-sources-node';
import type { Outcome } from '../collect/ProviderRunner';

/** Tells the page *Sources* what a collection learned of each instance. */
export function reportSource(
  reports: SourceReports,
  provider: HealthProvider,
  asked: number,
  outcome: Outcome,
): void {
  const instances = provider.instances.length
    ? provider.instances.map(name => ({
        name,
        source: `${provider.id}:${name}`,
      }))
    : [{ name: undefined, source: provider.id }];
  for (const { name, source } of instances) {
    const gaps =
      'collection' in outcome
        ? outcome.collection.gaps.filter(
            gap => !gap.instance || gap.instance === name,
          )
        : [];
    const missing = new Set(gaps.flatMap(gap => gap.entityRefs ?? []));
    const silent =
      'failure' in outcome || gaps.some(gap => gap.entityRefs === undefined);
    reports.report({
      source,
      by: 'health',
      at: outcome.startedAt,
      ok: !silent,
      asked,
      answered: silent ? 0 : asked - missing.size,
      latencyMs: Math.round(outcome.seconds * 1000),
      message: 'failure' in outcome ? outcome.failure : gaps[0]?.message,
    });
  }
}
