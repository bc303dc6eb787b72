import type { Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { argoCDApiRef } from '@roadiehq/backstage-plugin-argo-cd';
import { useEffect, useRef, useState } from 'react';
import { chooseApplications } from './annotations';
import type { Deployment } from './Application';
import { withTimeout } from './readEnvironments';

/** What Argo CD knows of a commit. */
export interface Commit {
  author?: string;
  message?: string;
}

type Answer = { commit?: Commit; error?: Error };

const keyOf = ({ application, revision }: Deployment) =>
  `${application}@${revision}`;

/**
 * Author and message of each deployed commit, asked once per application and
 * revision. Charts have none. One that fails does not hide the others.
 */
export function useCommits(
  entity: Entity,
  deployments: Deployment[],
): (deployment: Deployment) => Answer {
  const api = useApi(argoCDApiRef);
  const url = chooseApplications(entity)?.url;
  const asked = useRef(new Set<string>());
  const [answers, setAnswers] = useState<Record<string, Answer>>({});

  useEffect(() => {
    if (!url) return;
    for (const deployment of deployments) {
      const { application, namespace, revision, isCommit } = deployment;
      const key = keyOf(deployment);
      if (!isCommit || !revision || asked.current.has(key)) continue;
      asked.current.add(key);
      withTimeout(
        api.getRevisionDetails({
          url,
          app: application,
          appNamespace: namespace,
          revisionID: revision,
        }),
      )
        .then(
          (commit): Answer => ({ commit }),
          (error): Answer => ({ error }),
        )
        .then(answer => setAnswers(before => ({ ...before, [key]: answer })));
    }
  }, [api, url, deployments]);

  return deployment => answers[keyOf(deployment)] ?? {};
}
