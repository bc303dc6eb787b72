/** `mini-org/orders` of the URL of a git repository, over HTTP or SSH; undefined for what names none. */
export function slugOf(repositoryUrl: string): string | undefined {
  return /^(?:https?:\/\/[^/]+\/|ssh:\/\/[^/]+\/|[^/@]+@[^:/]+:)([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(
    repositoryUrl,
  )?.[1];
}
