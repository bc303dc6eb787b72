/** A commit in short; a chart's version or a branch whole. */
export function formatRevision(revision: string): string {
  return /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 7) : revision;
}
