import type { Entity } from '@backstage/catalog-model';
import type { ArgoCDApi } from '@roadiehq/backstage-plugin-argo-cd';
import { chooseApplications } from './annotations';
import {
  ApplicationDocument,
  Environment,
  toEnvironments,
} from './Application';

/** Argo CD lists applications from its cache; what takes longer than this is not coming. */
const TIMEOUT_MS = 10_000;

/**
 * The environments of an entity, from Argo CD through the read-only proxy.
 *
 * @throws Error saying what Argo CD answered, or that it did not within 10 s.
 */
export async function readEnvironments(
  api: ArgoCDApi,
  entity: Entity,
): Promise<Environment[]> {
  const choice = chooseApplications(entity);
  if (!choice) return [];
  const { url, appName, appSelector, projectName, appNamespace } = choice;
  const applications = await withTimeout<ApplicationDocument[]>(
    appName
      ? api
          .getAppDetails({ url, appName, appNamespace })
          .then(application => [application as ApplicationDocument])
      : api
          .listApps({ url, appSelector, projectName, appNamespace })
          .then(({ items }) => (items ?? []) as ApplicationDocument[]),
  );
  return toEnvironments(applications, entity.metadata.name);
}

/** @throws Error when `answer` takes longer than 10 s. */
export async function withTimeout<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)),
      TIMEOUT_MS,
    );
  });
  return Promise.race([answer, timeout]).finally(() => clearTimeout(timer));
}
