import { parseEntityRef } from '@backstage/catalog-model';
import type { HealthVerdict } from '@portico/plugin-health-common';
import type {
  HealthSubject,
  UncheckedOffer,
} from '@portico/plugin-health-node';

export const ROLLBACK_TEMPLATE = 'template:default/rollback';

/** Opens the template `rollback`, filled in, for what is not well and was deployed. */
export function rollBackOffer(
  { entityRef }: HealthSubject,
  { state, headline, lastDeploy, startedAfter }: HealthVerdict,
): UncheckedOffer[] {
  const deploy = startedAfter ?? lastDeploy;
  if (!deploy || (state !== 'failing' && state !== 'degraded')) return [];
  const { namespace, name } = parseEntityRef(ROLLBACK_TEMPLATE);
  const formData = JSON.stringify({
    service: entityRef,
    environment: deploy.environment,
    reason: headline.slice(0, 500),
  });
  return [
    {
      id: 'portico:roll-back',
      kind: 'roll-back',
      title: `Roll back ${deploy.environment}`,
      text: `Sets the image back to the last release that was healthy before ${deploy.revision}, in under a minute.`,
      link: `/create/templates/${namespace}/${name}?${new URLSearchParams({
        formData,
      })}`,
    },
  ];
}

/** Links of the entity of type `runbook`, or called so. */
export function runbookOffers({ entity }: HealthSubject): UncheckedOffer[] {
  return (entity.metadata.links ?? [])
    .filter(
      ({ type, title }) =>
        type?.toLowerCase() === 'runbook' || /^runbook\b/i.test(title ?? ''),
    )
    .map(({ url, title }, index) => ({
      id: `portico:runbook:${index}`,
      kind: 'runbook',
      title: title && !/^runbook$/i.test(title) ? title : 'Open the runbook',
      link: url,
    }));
}
