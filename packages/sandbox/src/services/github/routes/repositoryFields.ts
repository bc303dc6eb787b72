import type { Request } from 'express';
import { GithubError } from '../GithubError';
import { DEFAULT_SETTINGS, type Repository } from '../model';
import type { Body } from './body';

/** Whether a repository belongs in a list with this `type`. */
export function matchesType(repository: Repository, type: string) {
  if (type === 'public' || type === 'private' || type === 'internal') {
    return repository.visibility === type;
  }
  return type !== 'forks';
}

/** A list as `sort` and `direction` ask. */
export function sorted(repositories: Repository[], request: Request) {
  const keys = {
    created: 'createdAt',
    updated: 'updatedAt',
    pushed: 'pushedAt',
    full_name: 'name',
  } as const;
  const key = keys[String(request.query.sort) as keyof typeof keys];
  if (!key) return repositories;
  const direction =
    request.query.direction ?? (key === 'name' ? 'asc' : 'desc');
  const ascending = [...repositories].sort((a, b) =>
    a[key].localeCompare(b[key]),
  );
  return direction === 'asc' ? ascending : ascending.reverse();
}

/** `visibility`, or the older `private`. */
export function visibilityOf(body: Body): Repository['visibility'] | undefined {
  const visibility = body.text('visibility');
  if (visibility === undefined) {
    const isPrivate = body.flag('private');
    if (isPrivate === undefined) return undefined;
    return isPrivate ? 'private' : 'public';
  }
  if (
    visibility !== 'public' &&
    visibility !== 'private' &&
    visibility !== 'internal'
  ) {
    throw GithubError.invalid('Repository', 'visibility', 'invalid');
  }
  return visibility;
}

/** The settings that a request gives. */
export function settingsOf(body: Body): Partial<Repository['settings']> {
  const given = Object.keys(DEFAULT_SETTINGS)
    .filter(key => body.has(key) && body.raw(key) !== null)
    .map(key => [key, body.raw(key)]);
  return Object.fromEntries(given);
}

/** The custom properties that a request gives. */
export function customPropertiesOf(body: Body): Repository['customProperties'] {
  return (body.object('custom_properties') ??
    {}) as Repository['customProperties'];
}
