import type { HealthGap } from '@portico/plugin-health-node';
import type { AlertmanagerClient } from './client/AlertmanagerClient';
import type { Alert, GettableSilence } from './client/types';

/** An alert, and the server that told of it. */
export interface FiringAlert extends Alert {
  client: AlertmanagerClient;
  /** Those that mute it; empty where it is heard. */
  silences: GettableSilence[];
}

/** What fires at all servers. */
export interface FiringAlerts {
  alerts: FiringAlert[];
  gaps: HealthGap[];
  /** Requests sent. */
  requests: number;
}

/**
 * Asks each server once, and those that mute something once more for their silences. What several of a cluster tell
 * counts once.
 *
 * @throws what the first server threw, where none answered
 */
export async function readFiringAlerts(
  clients: readonly AlertmanagerClient[],
  signal: AbortSignal,
): Promise<FiringAlerts> {
  let requests = 0;
  const onAttempt = () => {
    requests += 1;
  };
  const answers = await Promise.allSettled(
    clients.map(async client => {
      const alerts = await client.alerts({ signal, onAttempt });
      const isMuted = alerts.some(it => it.status.silencedBy.length > 0);
      const silences = isMuted
        ? await client.silences({ signal, onAttempt })
        : [];
      return alerts.map(alert => ({
        ...alert,
        client,
        silences: alert.status.silencedBy.flatMap(
          id => silences.find(silence => silence.id === id) ?? [],
        ),
      }));
    }),
  );
  const alerts = new Map<string, FiringAlert>();
  const gaps: HealthGap[] = [];
  answers.forEach((answer, index) => {
    if (answer.status === 'rejected') {
      const { message } = answer.reason as Error;
      gaps.push({ instance: clients[index].instance.name, message });
      return;
    }
    for (const alert of answer.value) {
      if (!alerts.has(alert.fingerprint)) alerts.set(alert.fingerprint, alert);
    }
  });
  if (gaps.length === clients.length) {
    throw (answers[0] as PromiseRejectedResult).reason;
  }
  return { alerts: [...alerts.values()], gaps, requests };
}
