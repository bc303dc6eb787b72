import type { Request } from 'express';
import { may } from '../access';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { fullName } from '../GithubState';
import type { Repository } from '../model';

/** Qualifiers and words of a search. */
export interface SearchQuery {
  qualifiers: Map<string, string[]>;
  /** In lower case. */
  words: string[];
}

/**
 * Reads a query such as `filename:x.yaml repo:a/b word`.
 *
 * @throws GithubError 422 where there is none
 */
export function parseQuery(request: Request): SearchQuery {
  const text = String(request.query.q ?? '').trim();
  if (!text) throw GithubError.invalid('Search', 'q', 'missing');
  const qualifiers = new Map<string, string[]>();
  const words: string[] = [];
  for (const [, key, quoted, plain] of text.matchAll(
    /(?:([\w-]+):)?(?:"([^"]*)"|(\S+))/g,
  )) {
    const value = quoted ?? plain;
    if (key) qualifiers.set(key, [...(qualifiers.get(key) ?? []), value]);
    else words.push(value.toLowerCase());
  }
  return { qualifiers, words };
}

/** The repositories that `org`, `user` and `repo` name, as far as the caller may see them. */
export function repositoriesInScope(
  { state }: Github,
  request: Request,
  { qualifiers }: SearchQuery,
): Repository[] {
  const owners = [
    ...(qualifiers.get('org') ?? []),
    ...(qualifiers.get('user') ?? []),
  ];
  const names = qualifiers.get('repo') ?? [];
  const caller = callerOf(request);
  return state.repositories.filter(
    repository =>
      may(state, repository, caller, 'pull') &&
      (!owners.length || owners.includes(repository.owner)) &&
      (!names.length || names.includes(fullName(repository))),
  );
}
