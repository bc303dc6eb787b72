import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { labelOf } from '../present/issue';

/**
 * Labels as the repository writes them, each once: GitHub takes `Bug` for `bug`. New ones are made.
 *
 * @param labels names, or objects with one
 * @throws GithubError 422 for anything else
 */
export function labelNames(
  github: Github,
  repository: string,
  labels: unknown[],
): string[] {
  return [
    ...new Set(
      labels.map(label => labelOf(github, repository, nameOf(label)).name),
    ),
  ];
}

function nameOf(label: unknown): string {
  const name =
    typeof label === 'object' && label !== null
      ? (label as { name?: unknown }).name
      : label;
  if (typeof name !== 'string' || !name)
    throw GithubError.invalid('Label', 'name', 'invalid');
  return name;
}
