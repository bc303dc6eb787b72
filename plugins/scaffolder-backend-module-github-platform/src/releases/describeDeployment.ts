import type { JsonObject } from '@backstage/types';
import type { ReleaseDifference } from './readCommits';

/** What people decide on before another image is deployed, as `approval:request` takes it. */
export function describeDeployment(
  options: ReleaseDifference & {
    service: string;
    environment: string;
    how: 'promote' | 'rollback';
    image: string;
    before: string;
    after: string;
  },
): JsonObject {
  const { service, environment, how, image, before, after } = options;
  const { commits, diffUrl } = options;
  return {
    kind: 'deployment',
    where: { environment },
    resources: [
      {
        address: `Deployment/${service}`,
        type: 'Deployment',
        name: service,
        action: 'change',
        attributes: [
          {
            path: 'image',
            action: 'change',
            before: JSON.stringify(`${image}:${before}`),
            after: JSON.stringify(`${image}:${after}`),
            sensitive: false,
            unknownAfter: false,
            forcesReplacement: false,
          },
        ],
        unchangedAttributes: 0,
      },
    ],
    effects: [
      {
        severity: 'info',
        resource: `Deployment/${service}`,
        text:
          how === 'rollback'
            ? `goes back to ${after}; what ${before} brought is gone until it is promoted again`
            : 'replaces the pods one after the other; requests go to those that are ready',
      },
    ],
    commits: commits.map(commit => ({ ...commit })),
    ...(diffUrl ? { diffUrl } : {}),
  };
}
