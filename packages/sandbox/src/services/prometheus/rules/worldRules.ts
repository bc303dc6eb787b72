import type { Component, World } from '../../../world';
import { incidentRules } from './incidentRules';
import { objectiveRules } from './objectiveRules';
import type { AlertingRule, RuleGroup } from './Rule';

/**
 * The rules of the mini-org, from the same objectives and tiers that the catalog has. What is critical pages;
 * the rest warns.
 *
 * @param urls base URL of GitHub, where the runbooks are
 */
export function worldRules(
  world: World,
  urls: { github: string },
): RuleGroup[] {
  const services = world.components.filter(
    ({ replicas, unlinked }) => replicas > 0 && !unlinked,
  );
  const common = (
    severity: 'page' | 'warning',
    service: string,
  ): Pick<AlertingRule, 'labels' | 'annotations'> => ({
    labels: { severity },
    annotations: {
      runbook_url: `${urls.github}/${world.organization}/${service}/blob/main/docs/runbook.md`,
    },
  });
  const severityOf = ({ tier }: Component) =>
    tier === 'critical' ? 'page' : 'warning';
  const critical = services
    .filter(({ tier }) => tier === 'critical')
    .map(({ name }) => name)
    .join('|');
  const anyService = '{{ $labels.service }}';

  return [
    {
      name: 'objectives',
      rules: services.flatMap(component =>
        objectiveRules(
          component,
          common(severityOf(component), component.name),
        ),
      ),
    },
    {
      name: 'critical-services',
      rules: incidentRules(
        `environment="production",service=~"${critical}"`,
        common('page', anyService),
      ),
    },
    {
      name: 'services',
      rules: incidentRules(
        `environment="production",service!~"${critical}"`,
        common('warning', anyService),
      ),
    },
  ];
}
