import type { OktaPerson } from '../client/OktaAdmin';

const PARAMETER = 'portico-task';

/**
 * The mark of the task that makes a person. It stands in `profileUrl`, which every Okta organisation
 * has without a change of its schema, and is written by the very request that makes the person: there
 * is no moment at which a person of ours carries no mark. The address is the person's page in Portico.
 */
export function markedProfileUrl(options: {
  /** `app.baseUrl`. */
  portalUrl: string;
  /** Name of the person's catalog entity. */
  entityName: string;
  taskId: string;
}): string {
  const url = new URL(
    `${options.portalUrl.replace(/\/+$/, '')}/catalog/default/user/${
      options.entityName
    }`,
  );
  url.searchParams.set(PARAMETER, options.taskId);
  return url.href;
}

/** The task that made the person; `undefined` if none of Portico's did. */
export function readTaskMark({ profile }: OktaPerson): string | undefined {
  const { profileUrl } = profile;
  if (!profileUrl || !URL.canParse(profileUrl)) return undefined;
  return new URL(profileUrl).searchParams.get(PARAMETER) ?? undefined;
}
