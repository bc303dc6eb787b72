import { parseEntityRef } from '@backstage/catalog-model';
import type { NotificationSeverity } from '@backstage/plugin-notifications-common';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { HealthSummary, Tier } from '@portico/plugin-health-common';
import type { Notice } from '../collect/takeNotice';
import type { StoredVerdict } from '../store/types';

const SEVERITIES: NotificationSeverity[] = [
  'low',
  'normal',
  'high',
  'critical',
];

/** Of something that fails; what is degraded weighs one less. */
const WEIGHTS: Record<Tier, number> = {
  critical: 3,
  important: 2,
  standard: 1,
};

/** What the owner of an entity reads. All of one entity share a scope, so the newest takes the place of the older. */
export function noticeOf({
  notice,
  verdict: { summary },
}: {
  notice: Notice;
  verdict: StoredVerdict;
}): NotificationSendOptions {
  const { entityRef, title, state, headline, remark, owner } = summary;
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return {
    recipients: { type: 'entity', entityRef: owner ?? entityRef },
    payload: {
      title:
        notice === 'over'
          ? `${title} is healthy again`
          : `${title} is ${state}`,
      description: [headline, remark].filter(Boolean).join(' '),
      link: `/catalog/${namespace}/${kind}/${name}/health`,
      severity: notice === 'over' ? 'normal' : severityOf(summary),
      topic: 'Health',
      scope: `health:${entityRef}`,
    },
  };
}

function severityOf({ tier, state }: HealthSummary): NotificationSeverity {
  return SEVERITIES[WEIGHTS[tier] - (state === 'failing' ? 0 : 1)];
}
