import type {
  HealthCollection,
  HealthProvider,
} from '@portico/plugin-health-node';
import type { NewEvent, ProviderRun } from '../store/types';
import { isWhole } from '../verdict/standings';
import { pauseSeconds } from './breaker';
import type { Outcome } from './ProviderRunner';

/** The run that follows `before`, with what became of it. */
export function nextRun(
  provider: HealthProvider,
  before: ProviderRun | undefined,
  outcome: Outcome,
  intervalSeconds: number,
): ProviderRun {
  const startedAt = outcome.startedAt.toISOString();
  const base = {
    provider: provider.id,
    title: provider.title,
    intervalSeconds,
    startedAt,
    seconds: Math.round(outcome.seconds * 1000) / 1000,
  };
  const nextIn = (seconds: number) =>
    new Date(outcome.startedAt.getTime() + seconds * 1000).toISOString();
  if ('failure' in outcome) {
    const failures = (before?.failures ?? 0) + 1;
    return {
      ...base,
      answeredAt: before?.answeredAt,
      nextAt: nextIn(pauseSeconds(failures, intervalSeconds)),
      failures,
      failingSince: before?.failingSince ?? startedAt,
      message: outcome.failure,
      instances: instancesOf(provider, before),
      gaps: before?.gaps ?? [],
      requests: 0,
    };
  }
  const { collection } = outcome;
  return {
    ...base,
    answeredAt: startedAt,
    nextAt: nextIn(intervalSeconds),
    failures: 0,
    instances: instancesOf(provider, before, collection, startedAt),
    gaps: collection.gaps,
    requests: collection.requests,
  };
}

function instancesOf(
  provider: HealthProvider,
  before: ProviderRun | undefined,
  collection?: HealthCollection,
  answeredAt?: string,
): ProviderRun['instances'] {
  const failed = new Set(
    collection?.gaps.filter(isWhole).map(gap => gap.instance),
  );
  return Object.fromEntries(
    provider.instances.map(name => [
      name,
      collection && !failed.has(name) ? answeredAt : before?.instances[name],
    ]),
  );
}

/** That a source, or one of its instances, fell silent or came back. */
export function sourceEvents(
  before: ProviderRun | undefined,
  after: ProviderRun,
): NewEvent[] {
  const was = before && silentParts(before);
  const is = silentParts(after);
  const told = (part: string, words: string, detail?: string): NewEvent => ({
    provider: after.provider,
    at: after.startedAt,
    event: {
      kind: 'source',
      title: `${part} ${words}`,
      ...(detail && { detail }),
      link: `/sources#${after.provider}`,
    },
  });
  return [
    ...[...is]
      .filter(([part]) => !was?.has(part))
      .map(([part, why]) => told(part, 'stopped answering', why)),
    ...[...(was ?? [])]
      .filter(([part]) => !is.has(part))
      .map(([part]) => told(part, 'answers again')),
  ];
}

/** What does not answer, with the reason. */
function silentParts(run: ProviderRun): Map<string, string> {
  if (run.failures) return new Map([[run.title, run.message ?? '']]);
  return new Map(
    run.gaps
      .filter(isWhole)
      .map(gap => [`${run.title} ${gap.instance}`, gap.message]),
  );
}
