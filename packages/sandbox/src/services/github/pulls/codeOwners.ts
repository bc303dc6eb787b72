import type { Github } from '../Github';
import type { BareGitRepositories } from '../git';
import { diffTrees } from '../git/history';
import { baseCommit, type Pull } from '../present/pull';

/** Who owns a file: logins and slugs of teams. */
export interface Owners {
  users: string[];
  teams: string[];
}

interface Rule {
  pattern: RegExp;
  owners: string[];
}

const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/**
 * Who owns what a pull request changes, by path. https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export async function ownersOfChanges(
  github: Github,
  pull: Pull,
): Promise<Map<string, Owners>> {
  const { git, state } = github;
  const { repository } = pull;
  const { baseRef, headSha } = pull.pull;
  const rules = await readRules(git, repository, `refs/heads/${baseRef}`);
  if (!rules.length) return new Map();
  const base = await baseCommit(github, pull);
  const files = await diffTrees(git, repository, base, headSha);
  return new Map(
    files.map(({ path }) => {
      const owners = rules.findLast(rule => rule.pattern.test(path))?.owners;
      const names = (owners ?? []).map(owner => owner.replace(/^@/, ''));
      return [
        path,
        {
          users: names.flatMap(name => state.account(name)?.login ?? []),
          teams: names.flatMap(
            name => state.teams.get(name.split('/')[1] ?? '')?.slug ?? [],
          ),
        },
      ];
    }),
  );
}

async function readRules(
  git: BareGitRepositories,
  repository: string,
  ref: string,
): Promise<Rule[]> {
  const commit = await git.resolve(repository, ref);
  if (!commit) return [];
  for (const place of PLACES) {
    const content = await git.readFile(repository, commit, place);
    if (content) return parseCodeOwners(content.toString('utf8'));
  }
  return [];
}

/** Reads a `CODEOWNERS` file; of several rules that fit a path the last counts. */
export function parseCodeOwners(text: string): Rule[] {
  return text
    .split('\n')
    .map(line => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map(line => {
      const [pattern, ...owners] = line.split(/\s+/);
      return { pattern: patternOf(pattern), owners };
    });
}

/** Patterns are those of `.gitignore`: without a slash before their end they fit at any depth. */
function patternOf(pattern: string): RegExp {
  const isAnchored = pattern.replace(/\/$/, '').includes('/');
  const body = pattern
    .replace(/^\//, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, wildcard => {
      if (wildcard === '*') return '[^/]*';
      return wildcard === '?' ? '[^/]' : '.*';
    });
  const end = pattern.endsWith('/') ? '' : '(/|$)';
  return new RegExp(`${isAnchored ? '^' : '(^|/)'}${body}${end}`);
}
