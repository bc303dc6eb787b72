const PARAMETER = 'portico-task';

/** `ProfileUrl` of a user that a task makes: their page in Portico, with the task's id as its mark. */
export function markedProfileUrl(portalUrl: string, taskId: string): string {
  const url = new URL(`${portalUrl.replace(/\/+$/, '')}/catalog`);
  url.searchParams.set(PARAMETER, taskId);
  return url.href;
}

/** The task that made the user; `undefined` if none of Portico's did. */
export function readTaskMark(profileUrl?: string): string | undefined {
  return profileUrl && URL.canParse(profileUrl)
    ? new URL(profileUrl).searchParams.get(PARAMETER) ?? undefined
    : undefined;
}
