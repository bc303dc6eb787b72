import type { Component, Resource, World } from '../types';
import { RECOVERY } from './recovery';

/** What to look at in a store that a component uses, by the store's type. */
const STORE_CHECKS: Record<string, string> = {
  database:
    'connections in use against the limit, slow queries, replication lag, free storage',
  cache: 'hit ratio, evictions, memory used',
  queue: 'age of the oldest message, messages in the dead-letter queue',
  topic: 'consumer lag by group, under-replicated partitions',
  stream: 'iterator age, throttled writes',
  bucket: '403 and 5xx answers, age of the newest object',
  warehouse: 'queued queries, credits used today, age of the last load',
  'search-index': 'heap used, unassigned shards, refresh time',
};

/** `docs/runbook.md`: from the alert to the usual causes, in the order in which they are worth checking. */
export function runbook(world: World, component: Component): string {
  const { name, namespace, owner, tier } = component;
  const stores = component.uses
    .map(used => world.resources.find(resource => resource.name === used))
    .filter((resource): resource is Resource => resource !== undefined);
  const lead = world.people.find(
    ({ team, manager }) => team === owner && !manager,
  );

  return `# Runbook: ${name}

${component.description}

## First five minutes

1. Is it us? Look at the health page of \`${name}\`, then at what it needs (below). If one of those is failing, join its incident instead.
2. Did something change? Compare the start of the trouble with the last deployment. If they are within ten minutes of each other, roll back first and look for the cause afterwards.
3. Are the pods well?

    \`\`\`sh
    kubectl --namespace ${namespace} get pods --selector app.kubernetes.io/name=${name}
    kubectl --namespace ${namespace} logs --selector app.kubernetes.io/name=${name} --since 15m
    \`\`\`

## Alerts

${alerts(component)}

## What it needs

${needs(component, stores)}

## Roll back

Revert the commit that changed \`newTag\` in \`deploy/overlays/production/kustomization.yaml\`; Argo CD syncs within three minutes. Don't roll back in the cluster: Argo CD would undo it.

## Restore

Tier ${tier}: back within ${RECOVERY[tier].time}, at most ${
    RECOVERY[tier].point
  } of data lost. ${restore(stores)}

## Who to call

1. On call of **${owner}**, by PagerDuty${
    component.pagerdutyServiceId
      ? ` (service \`${component.pagerdutyServiceId}\`)`
      : ''
  }.
2. ${
    lead
      ? `${lead.firstName} ${lead.lastName}, who leads ${owner}`
      : `The lead of ${owner}`
  }.
3. The platform team, \`#platform\`, if the cluster, the mesh or Argo CD is the cause.
4. The vendor's support, through platform.
`;
}

function alerts({ name, slo, tier }: Component): string {
  if (!slo) {
    return 'It has no objectives, so nothing pages. The pods and their restarts are the only signs.';
  }
  const id = name
    .split('-')
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('');
  const rows = slo.split(/,\s*/).map(objective => {
    const [kind, value] = objective.split('=');
    return kind === 'availability'
      ? `| \`${id}ErrorBudgetBurn\` | more errors than ${value} % availability allows | the logs of the failing route, then each dependency |`
      : `| \`${id}LatencyHigh\` | ${kind.replace(
          'latency-',
          '',
        )} above ${value} | saturation: CPU, connections to stores, slow dependencies |`;
  });
  return `| Alert | Means | Look at |
| --- | --- | --- |
${rows.join('\n')}
| \`${id}PodsNotReady\` | fewer pods ready than wanted for 5 min | events of the pods: image, memory, probes |

${
  tier === 'critical'
    ? 'Fast burns page at any hour.'
    : 'Fast burns page in working hours; slow ones open a ticket.'
}`;
}

function needs(component: Component, stores: Resource[]): string {
  const lines = [
    ...component.dependsOn.map(
      other =>
        `- \`${other}\`: its health page, and its latency as \`${component.name}\` sees it`,
    ),
    ...stores.map(
      ({ name, type, title }) =>
        `- \`${name}\`: ${STORE_CHECKS[type] ?? `the status page of ${title}`}`,
    ),
  ];
  return lines.length ? lines.join('\n') : 'Nothing beside the cluster itself.';
}

function restore(stores: Resource[]): string {
  const databases = stores.filter(({ type }) => type === 'database');
  if (!databases.length) {
    return 'It keeps no data of its own: a fresh deployment is a full restore.';
  }
  const names = databases.map(({ name }) => `\`${name}\``).join(' and ');
  return `Restore ${names} to a point in time into a new instance, compare counts, then switch the secret to it.`;
}
