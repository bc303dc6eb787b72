import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationSeverity } from '@backstage/plugin-notifications-common';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { StoredAlert } from '../budgets/AlertStore';
import type { Threshold } from '../budgets/thresholdsOf';

const SEVERITY: Readonly<Record<Threshold, NotificationSeverity>> = {
  spent: 'high',
  forecast: 'high',
  most: 'normal',
  half: 'low',
};

/** Page of what an entity costs. */
export function costPathOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind}/${name}/cost`;
}

/** What people read when a budget passes a threshold. Those of one budget and month share a scope: the newest stays. */
export function alertNotice(
  { budgetId, entityRef, month, threshold, title, message }: StoredAlert,
  tell: readonly string[],
): NotificationSendOptions {
  return {
    recipients: { type: 'entity', entityRef: [...tell] },
    payload: {
      title,
      description: message,
      link: entityRef ? costPathOf(entityRef) : '/cost?tab=budgets',
      severity: SEVERITY[threshold],
      topic: 'Cost',
      scope: `cost:budget:${budgetId}:${month}`,
    },
  };
}

/** What people read when something costs more than usual. */
export function anomalyNotice(
  anomaly: {
    id: string;
    entityRef?: string;
    title: string;
    because: string;
    /** A day, in words. */
    excess: string;
  },
  tell: readonly string[],
): NotificationSendOptions {
  const { id, entityRef, title, because, excess } = anomaly;
  return {
    recipients: { type: 'entity', entityRef: [...tell] },
    payload: {
      title: `${title}: ${excess} a day more than usual`,
      description: because,
      link: entityRef ? costPathOf(entityRef) : '/cost?tab=anomalies',
      severity: 'normal',
      topic: 'Cost',
      scope: `cost:anomaly:${id}`,
    },
  };
}
