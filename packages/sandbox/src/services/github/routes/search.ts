import Router from 'express-promise-router';
import type { Github } from '../Github';
import { fullName } from '../GithubState';
import { paginate } from '../paginate';
import { parseQuery, repositoriesInScope } from './searchQuery';

/** https://docs.github.com/rest/search/search */
export function searchRoutes(github: Github) {
  const { state, present, git } = github;
  const router = Router();

  router.get('/search/repositories', (request, response) => {
    const query = parseQuery(request);
    const { qualifiers, words } = query;
    const flag = (key: string) => qualifiers.get(key)?.[0];
    const found = repositoriesInScope(github, request, query)
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
    const query = parseQuery(request);
    const { qualifiers, words } = query;
    const first = (key: string) => qualifiers.get(key)?.[0];
    const [filename, extension, folder] = [
      first('filename'),
      first('extension'),
      first('path'),
    ];
    const items: object[] = [];
    for (const repository of repositoriesInScope(github, request, query)) {
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
