import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATIONS,
  type HealthSignal,
  type MissingLink,
} from '@portico/plugin-health-common';

/** Annotations that would let somebody say more of an entity. */
export function missingLinks(
  entity: Entity,
  signals: HealthSignal[],
  providers: string[],
): MissingLink[] {
  const { name, annotations = {}, title = name } = entity.metadata;
  const lacks = (key: string) => annotations[key] === undefined;
  const measured = signals.some(
    it =>
      it.kind === 'requests' || it.kind === 'errors' || it.kind === 'latency',
  );
  const has = (kind: HealthSignal['kind']) =>
    signals.some(it => it.kind === kind);
  const links: (MissingLink | false)[] = [
    !measured &&
      providers.includes('prometheus') &&
      lacks(ANNOTATIONS.metricsSelector) && {
        annotation: ANNOTATIONS.metricsSelector,
        example: `service="${name}"`,
        title: `No metrics are linked to ${title}`,
        text: 'Requests, errors and latency come from Prometheus, found by these labels.',
      },
    !measured &&
      !has('probe') &&
      providers.includes('probe') &&
      lacks(ANNOTATIONS.probe) && {
        annotation: ANNOTATIONS.probe,
        example: `https://${name}.example.com/healthz`,
        title: `Nothing asks ${title} whether it answers`,
        text: 'Something without metrics can be asked over HTTP.',
      },
    !has('workload') &&
      providers.includes('kubernetes') &&
      lacks(ANNOTATIONS.kubernetesId) && {
        annotation: ANNOTATIONS.kubernetesId,
        example: name,
        title: `No workload is linked to ${title}`,
        text: 'Replicas, restarts and failed probes come from Kubernetes, found by this label.',
      },
    measured &&
      lacks(ANNOTATIONS.slo) && {
        annotation: ANNOTATIONS.slo,
        example: 'availability=99.9, latency-p95=300ms',
        title: `${title} has no objectives`,
        text: 'With objectives it has an error budget, and is degraded when it burns too fast.',
      },
    providers.includes('pagerduty') &&
      lacks(ANNOTATIONS.pagerduty) && {
        annotation: ANNOTATIONS.pagerduty,
        example: 'PXXXXXX',
        title: `Nobody is linked as on call for ${title}`,
        text: 'Open incidents and who is on call come from PagerDuty.',
      },
  ];
  return links.filter(link => link !== false);
}
