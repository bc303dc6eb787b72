import type { Component, World } from '../../../world';
import { incidentRules, outageRule } from './incidentRules';
import { objectiveRules } from './objectiveRules';
import type { RuleGroup, Severity } from './Rule';

/**
 * The rules of the mini-org, from the same objectives and tiers that the catalog has. An outage of what is
 * critical pages; the rest warns.
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
  const links = (service: string) => ({
    runbook_url: `${urls.github}/${world.organization}/${service}/blob/main/docs/runbook.md`,
  });
  const outageOf = ({ tier }: Component): Severity =>
    tier === 'critical' ? 'page' : 'warning';
  const critical = services
    .filter(({ tier }) => tier === 'critical')
    .map(({ name }) => name)
    .join('|');
  const ofService = links('{{ $labels.service }}');
  const production = 'environment="production"';

  return [
    {
      name: 'objectives',
      rules: services.flatMap(component =>
        objectiveRules(component, {
          outage: outageOf(component),
          annotations: links(component.name),
        }),
      ),
    },
    {
      name: 'outages',
      rules: [
        outageRule(`${production},service=~"${critical}"`, 'page', ofService),
        outageRule(
          `${production},service!~"${critical}"`,
          'warning',
          ofService,
        ),
      ],
    },
    { name: 'services', rules: incidentRules(production, ofService) },
  ];
}
