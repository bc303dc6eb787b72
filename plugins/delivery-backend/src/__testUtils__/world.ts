import type { Entity } from '@backstage/catalog-model';

export const ORDERS = 'component:default/orders';
export const PAYOUTS = 'component:default/payouts';

export function component(name: string, owner: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      annotations: {
        'argocd/app-selector': `app=${name}`,
        'github.com/project-slug': `mini-org/${name}`,
      },
    },
    spec: { type: 'service' },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** An application as Argo CD lists it, with its history as `[time, revision]`. */
export function application(
  name: string,
  github: string,
  history: [string, string][],
) {
  return {
    metadata: {
      name: `${name}-production`,
      labels: { app: name, 'portico/environment': 'production' },
    },
    spec: { source: { repoURL: `${github}/mini-org/${name}.git` } },
    status: {
      history: history.map(([deployedAt, revision], id) => ({
        id,
        revision,
        deployedAt,
      })),
    },
  };
}

/** Commits as GitHub compares them, as `[time, sha]`. */
export function comparison(...commits: [string, string][]) {
  return {
    commits: commits.map(([date, sha]) => ({
      sha,
      parents: [{ sha: 'parent' }],
      html_url: `https://github.example/commit/${sha}`,
      commit: { message: `Change ${sha}\n\nWhy`, committer: { date } },
    })),
  };
}
