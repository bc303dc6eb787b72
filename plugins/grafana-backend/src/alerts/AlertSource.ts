import type { InstanceFailure } from '@portico/plugin-grafana-common';
import type {
  GrafanaClient,
  LimitedCall,
  RuleGroup,
  Silence,
} from '@portico/plugin-grafana-node';

const MOST_BYTES = 20_000_000;
/** Hundreds of rules with all their series take a while. */
const TIMEOUT_MS = 20_000;
/** Data sources that can evaluate rules and whose rules Grafana can list. */
const RULERS = ['prometheus', 'loki'];

/** Groups of rules, and who evaluates them. */
export interface SourcedGroups {
  managedBy: { kind: 'grafana' } | { kind: 'datasource'; name: string };
  groups: RuleGroup[];
}

/** All that one Grafana knows of alerts. */
export interface InstanceAlerts {
  client: GrafanaClient;
  sources: SourcedGroups[];
  /** Those that hold now. */
  silences: Silence[];
  /** What could not be learnt. */
  failures: InstanceFailure[];
  asOf: string;
}

/**
 * Asks one Grafana for its rules, those of its data sources, and its silences. A data source that does not answer
 * takes along its own rules only.
 *
 * @throws GrafanaProblem where Grafana's own rules can't be read
 */
export async function readInstanceAlerts(
  client: GrafanaClient,
  signal: AbortSignal,
): Promise<InstanceAlerts> {
  const asOf = new Date().toISOString();
  const call: LimitedCall = {
    signal,
    mostBytes: MOST_BYTES,
    timeoutMs: TIMEOUT_MS,
  };
  const failures: InstanceFailure[] = [];
  const orNothing = async <T>(work: Promise<T[]>): Promise<T[]> => {
    try {
      return await work;
    } catch (error) {
      signal.throwIfAborted();
      failures.push(failureOf(client, error as Error));
      return [];
    }
  };
  const [groups, external, silences] = await Promise.all([
    client.alerting.rules('grafana', call),
    orNothing(externalGroups(client, call, orNothing)),
    orNothing(client.alerting.silences(call)),
  ]);
  return {
    client,
    sources: [{ managedBy: { kind: 'grafana' }, groups }, ...external],
    silences: silences.filter(({ status }) => status.state === 'active'),
    failures,
    asOf,
  };
}

/** An instance that could not say, and why. */
export function failureOf(
  { instance }: GrafanaClient,
  { name, message }: Error,
): InstanceFailure {
  return { instance: instance.name, problem: name, message };
}

async function externalGroups(
  client: GrafanaClient,
  call: LimitedCall,
  orNothing: <T>(work: Promise<T[]>) => Promise<T[]>,
): Promise<SourcedGroups[]> {
  const { datasources = {} } = await client.frontendSettings(call);
  const rulers = Object.entries(datasources).filter(
    ([, { type, jsonData }]) =>
      RULERS.includes(type) && jsonData?.manageAlerts !== false,
  );
  return Promise.all(
    rulers.map(async ([name, { uid }]) => ({
      managedBy: { kind: 'datasource', name },
      groups: await orNothing(client.alerting.rules(uid, call)),
    })),
  );
}
