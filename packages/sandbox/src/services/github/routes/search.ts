import type { Request } from 'express';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import { fullName } from '../GithubState';
import type { Repository } from '../model';
import { paginate } from '../paginate';

/** Qualifiers and words of a search: `filename:x.yaml repo:a/b word`. */
function parseQuery(request: Request) {
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

/** https://docs.github.com/rest/search/search */
export function searchRoutes(github: Github) {
  const { state, present, git } = github;
  const router = Router();

  const inScope =
    (qualifiers: Map<string, string[]>) => (repository: Repository) => {
      const owners = [
        ...(qualifiers.get('org') ?? []),
        ...(qualifiers.get('user') ?? []),
      ];
      const repositories = qualifiers.get('repo') ?? [];
      return (
        (!owners.length || owners.includes(repository.owner)) &&
        (!repositories.length || repositories.includes(fullName(repository)))
      );
    };

  router.get('/search/repositories', (request, response) => {
    const { qualifiers, words } = parseQuery(request);
    const flag = (key: string) => qualifiers.get(key)?.[0];
    const found = state.repositories
      .filter(inScope(qualifiers))
      .filter(r =>
        (qualifiers.get('topic') ?? []).every(topic =>
          r.topics.includes(topic),
        ),
      )
      .filter(
        r =>
          flag('archived') === undefined ||
          String(r.archived) === flag('archived'),
      )
      .filter(
        r =>
          !flag('language') ||
          flag('language')!.toLowerCase() in lowerKeys(r.languages),
      )
      .filter(r =>
        words.every(word =>
          `${r.name} ${r.description ?? ''}`.toLowerCase().includes(word),
        ),
      );
    response.json({
      total_count: found.length,
      incomplete_results: false,
      items: paginate(request, response, present.web, found).map(
        repository => ({
          ...present.repository(repository),
          score: 1,
        }),
      ),
    });
  });

  router.get('/search/code', async (request, response) => {
    const { qualifiers, words } = parseQuery(request);
    const first = (key: string) => qualifiers.get(key)?.[0];
    const [filename, extension, folder] = [
      first('filename'),
      first('extension'),
      first('path'),
    ];
    const items: object[] = [];
    for (const repository of state.repositories.filter(inScope(qualifiers))) {
      const full = fullName(repository);
      const commit = await git.resolve(full, repository.defaultBranch);
      if (!commit) continue;
      for (const entry of await git.readTree(full, commit, '', {
        recursive: true,
      })) {
        const name = entry.path.split('/').at(-1)!;
        const fits =
          entry.type === 'blob' &&
          (!filename || name.toLowerCase() === filename.toLowerCase()) &&
          (!extension || name.endsWith(`.${extension}`)) &&
          (!folder ||
            folder === '/' ||
            entry.path.startsWith(folder.replace(/^\//, '')));
        if (!fits) continue;
        if (words.length) {
          const text =
            (await git.readFile(full, commit, entry.path))
              ?.toString('utf8')
              .toLowerCase() ?? '';
          if (!words.every(word => text.includes(word))) continue;
        }
        const api = present.repositoryApi(full);
        items.push({
          name,
          path: entry.path,
          sha: entry.sha,
          url: `${api}/contents/${entry.path}?ref=${commit}`,
          git_url: `${api}/git/blobs/${entry.sha}`,
          html_url: `${present.web}/${full}/blob/${commit}/${entry.path}`,
          repository: present.repository(repository),
          score: 1,
        });
      }
    }
    response.json({
      total_count: items.length,
      incomplete_results: false,
      items: paginate(request, response, present.web, items),
    });
  });

  router.get('/search/users', (request, response) => {
    const { words } = parseQuery(request);
    const found = state.accounts.filter(account =>
      words.every(word =>
        `${account.login} ${account.name ?? ''}`.toLowerCase().includes(word),
      ),
    );
    response.json({
      total_count: found.length,
      incomplete_results: false,
      items: paginate(request, response, present.web, found).map(a => ({
        ...present.user(a.login),
        score: 1,
      })),
    });
  });

  return router;
}

function lowerKeys(values: Record<string, number>) {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]),
  );
}
