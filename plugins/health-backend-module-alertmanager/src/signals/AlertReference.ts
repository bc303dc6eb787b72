import type { FiringAlert } from '../AlertSource';
import type { Labels } from '../client/types';

/** What a silence needs to know of the alerts behind a signal. */
export interface AlertReference {
  alertname: string;
  /** Labels that they share. */
  labels: Labels;
  /** Servers that told of them. */
  instances: string[];
  runbookUrl?: string;
}

/** As a signal carries it. */
export function writeReference(
  alerts: readonly FiringAlert[],
): Record<string, string> {
  const [first, ...others] = alerts;
  const shared = Object.entries(first.labels).filter(([name, value]) =>
    others.every(({ labels }) => labels[name] === value),
  );
  const runbook = first.annotations?.runbook_url ?? '';
  return {
    alertname: first.labels.alertname ?? 'unnamed',
    labels: JSON.stringify(Object.fromEntries(shared)),
    instances: JSON.stringify([
      ...new Set(alerts.map(({ client }) => client.instance.name)),
    ]),
    ...(/^https?:\/\//.test(runbook) && { runbookUrl: runbook }),
  };
}

export function readReference(
  reference: Record<string, string> = {},
): AlertReference | undefined {
  const { alertname, labels, instances, runbookUrl } = reference;
  if (!alertname || !labels || !instances) return undefined;
  return {
    alertname,
    labels: JSON.parse(labels),
    instances: JSON.parse(instances),
    runbookUrl,
  };
}
