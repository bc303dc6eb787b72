import type { Entity } from '@backstage/catalog-model';
import {
  ARGOCD_ANNOTATION_APP_NAME,
  ARGOCD_ANNOTATION_APP_NAMESPACE,
  ARGOCD_ANNOTATION_APP_SELECTOR,
  ARGOCD_ANNOTATION_PROJECT_NAME,
  ARGOCD_ANNOTATION_PROXY_URL,
} from '@roadiehq/backstage-plugin-argo-cd';

/** Which applications of Argo CD belong to an entity. */
export interface ApplicationChoice {
  /** Path of the read-only proxy, e.g. `/argocd/api`. */
  url: string;
  appName?: string;
  appSelector?: string;
  projectName?: string;
  appNamespace?: string;
}

/** Reads the `argocd/*` annotations; undefined where none names an application. */
export function chooseApplications(
  entity: Entity,
): ApplicationChoice | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const choice = {
    url: annotations[ARGOCD_ANNOTATION_PROXY_URL] ?? '/argocd/api',
    appName: annotations[ARGOCD_ANNOTATION_APP_NAME],
    appSelector: annotations[ARGOCD_ANNOTATION_APP_SELECTOR],
    projectName: annotations[ARGOCD_ANNOTATION_PROJECT_NAME],
    appNamespace: annotations[ARGOCD_ANNOTATION_APP_NAMESPACE],
  };
  return choice.appName || choice.appSelector || choice.projectName
    ? choice
    : undefined;
}

/** The choice as a person would say it: `app=orders`. */
export function describeChoice(choice: ApplicationChoice): string {
  return (
    choice.appName ?? choice.appSelector ?? `of project ${choice.projectName}`
  );
}
