import type { Request } from 'express';
import type { Issue } from '../model';

/**
 * What the lists of issues and of pull requests have in common: `state`, `sort` (`created`, `updated`) and
 * `direction`; newest first.
 */
export function selectIssues<T extends Issue>(
  request: Request,
  issues: T[],
): T[] {
  const { state = 'open', sort, direction = 'desc' } = request.query;
  const key = sort === 'updated' ? 'updatedAt' : 'createdAt';
  const found = issues
    .filter(issue => state === 'all' || issue.state === state)
    .sort((a, b) => a[key].localeCompare(b[key]) || a.number - b.number);
  return direction === 'asc' ? found : found.reverse();
}
