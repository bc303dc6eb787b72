import type { Request } from 'express';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { fullName } from '../GithubState';
import type { Repository } from '../model';

/** A request's JSON, read field by field, since a caller may send anything. */
export class Body {
  readonly #values: Record<string, unknown>;
  readonly #resource: string;

  /** @param resource name in validation errors, e.g. `Issue` */
  constructor(request: Request, resource: string) {
    const body: unknown = request.body;
    this.#values =
      body && typeof body === 'object' ? (body as Record<string, unknown>) : {};
    this.#resource = resource;
  }

  has(field: string): boolean {
    return this.#values[field] !== undefined;
  }

  raw(field: string): unknown {
    return this.#values[field];
  }

  /** @throws GithubError 422 if it is there and no string */
  text(field: string): string | undefined {
    const value = this.#values[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw this.#invalid(field);
    return value;
  }

  /** @throws GithubError 422 if it is missing or empty */
  requiredText(field: string): string {
    const value = this.text(field);
    if (!value)
      throw GithubError.invalid(this.#resource, field, 'missing_field');
    return value;
  }

  flag(field: string): boolean | undefined {
    const value = this.#values[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'boolean') throw this.#invalid(field);
    return value;
  }

  number(field: string): number | undefined {
    const value = this.#values[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number') throw this.#invalid(field);
    return value;
  }

  texts(field: string): string[] | undefined {
    const value = this.#values[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return [value];
    if (!Array.isArray(value)) throw this.#invalid(field);
    return value.map(item => String(item));
  }

  /** A list as it came. */
  list(field: string): unknown[] | undefined {
    const value = this.#values[field];
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw this.#invalid(field);
    return value;
  }

  object(field: string): Record<string, unknown> | undefined {
    const value = this.#values[field];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value))
      throw this.#invalid(field);
    return value as Record<string, unknown>;
  }

  #invalid(field: string) {
    return GithubError.invalid(this.#resource, field, 'invalid');
  }
}

/**
 * The repository of a route with `:owner/:repo` or `:id`.
 *
 * @throws GithubError 404
 */
export function repositoryOf(
  github: Github,
  request: Request,
): Repository & { full: string } {
  const { owner, repo, repositoryId } = request.params;
  const found = repositoryId
    ? github.state.repositories.find(
        candidate => String(candidate.id) === repositoryId,
      )
    : github.state.repository(owner, repo);
  if (!found) throw GithubError.notFound();
  return { ...found, full: fullName(found) };
}

/**
 * Refuses a change of an archived repository.
 *
 * @throws GithubError 403
 */
export function assertWritable(repository: Repository): void {
  if (repository.archived) {
    throw new GithubError(403, 'Repository was archived so is read-only.');
  }
}
