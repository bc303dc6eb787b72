import type { Request } from 'express';
import Router from 'express-promise-router';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import {
  diffTrees,
  EMPTY_TREE,
  listCommits,
  type Commit,
} from '../git/history';
import type { TreeEntry } from '../git';
import { html } from '../../../kit';
import { issueRow } from './issueRow';
import { layout, quiet, repositoryAt, row, table, time } from './layout';
import { fileDiffs } from './pullParts';
import { runRow } from './runPages';

/** A repository's files, commits and latest runs. */
export function repositoryPages(github: Github) {
  const { state, git } = github;
  const router = Router();

  const find = (request: Request) => repositoryAt(state, request);

  const fileTable = (full: string, ref: string, entries: TreeEntry[]) => {
    const rows = [...entries]
      .sort((a, b) => Number(a.type === 'blob') - Number(b.type === 'blob'))
      .map(entry => {
        const kind = entry.type === 'blob' ? 'blob' : 'tree';
        const name = entry.path.split('/').at(-1);
        return html`<tr>
          <td>
            <a href="/${full}/${kind}/${ref}/${entry.path}"
              >${name}${kind === 'tree' && '/'}</a
            >
          </td>
          <td class="quiet">
            ${entry.size !== undefined && `${entry.size} bytes`}
          </td>
        </tr>`;
      });
    return html`<table aria-label="Files">
      ${rows}
    </table>`;
  };

  router.get('/:owner/:repo', async (request, response) => {
    const { repository, full, crumbs } = find(request);
    const ref = repository.defaultBranch;
    const head = await git.resolve(full, ref);
    const files = head ? await git.readTree(full, head, '') : [];
    const commits = head
      ? await listCommits(git, full, { range: head, limit: 10 })
      : [];
    const runs = state.runs
      .filter(run => run.repository === full)
      .reverse()
      .slice(0, 10);
    const pulls = state.issues.filter(
      issue => issue.repository === full && issue.state === 'open',
    );
    const content = html` <p>${repository.description ?? ''}</p>
      <p class="quiet">
        ${repository.visibility} · ${ref}${repository.archived && ' · archived'}
        · ${repository.topics.join(', ')}
      </p>
      <p><code>git clone ${github.present.web}/${full}.git</code></p>
      <h2>Files</h2>
      ${head
        ? fileTable(full, ref, files)
        : html`<p class="quiet">
            This repository is empty: push a commit to it.
          </p>`}
      <h2>Latest commits</h2>
      ${table(commits.map(commit => commitRow(full, commit)))}
      <h2>Workflow runs</h2>
      ${table(
        runs.map(run => runRow(full, run)),
        html`<p class="quiet">
          None yet: a push that matches a workflow in
          <code>.github/workflows</code> starts one.
        </p>`,
      )}
      <h2>Open issues and pull requests</h2>
      <p>
        <a href="/${full}/issues">Issues</a> ·
        <a href="/${full}/pulls">Pull requests</a> ·
        <a href="/${full}/issues/new/choose">New issue</a>
      </p>
      ${table(pulls.map(issueRow))}`;
    response.type('html').send(layout(full, crumbs, content));
  });

  /** Splits `feature/x/docs/index.md` into the branch and the path, since both may hold slashes. */
  const split = async (full: string, rest: string) => {
    const parts = rest.split('/').filter(Boolean);
    for (let count = 1; count <= parts.length; count += 1) {
      const ref = parts.slice(0, count).join('/');
      const commit = await git.resolve(full, ref);
      if (commit) return { ref, commit, path: parts.slice(count).join('/') };
    }
    throw GithubError.notFound();
  };

  router.get(
    '/:owner/:repo/:kind(blob|tree|edit)/:rest(*)',
    async (request, response) => {
      const { full, crumbs } = find(request);
      const { ref, commit, path } = await split(full, request.params.rest);
      const content = await git.readFile(full, commit, path);
      const trail = [...crumbs, { text: ref, href: `/${full}/tree/${ref}` }];
      if (content) {
        const binary = content.subarray(0, 8000).includes(0);
        const body = binary
          ? html`<p>Binary file, ${content.length} bytes.</p>`
          : html`<pre>${content.toString('utf8')}</pre>`;
        response.type('html').send(
          layout(
            path,
            trail,
            html`<p><a href="/raw/${full}/${ref}/${path}">Raw</a></p>
              ${body}`,
          ),
        );
        return;
      }
      const entries = await git.readTree(full, commit, path);
      if (!entries.length) throw GithubError.notFound();
      response
        .type('html')
        .send(layout(path || full, trail, fileTable(full, ref, entries)));
    },
  );

  router.get('/raw/:owner/:repo/:rest(*)', async (request, response) => {
    const { full } = find(request);
    const { commit, path } = await split(full, request.params.rest);
    const content = await git.readFile(full, commit, path);
    if (!content) throw GithubError.notFound();
    response
      .type(
        content.subarray(0, 8000).includes(0)
          ? 'application/octet-stream'
          : 'text/plain',
      )
      .send(content);
  });

  router.get(
    ['/:owner/:repo/commits', '/:owner/:repo/commits/:ref(*)'],
    async (request, response) => {
      const { full, crumbs, repository } = find(request);
      const head = await git.resolve(
        full,
        request.params.ref || repository.defaultBranch,
      );
      if (!head) throw GithubError.notFound();
      const commits = await listCommits(git, full, { range: head, limit: 100 });
      const rows = commits.map(commit => commitRow(full, commit));
      response.type('html').send(layout('Commits', crumbs, table(rows)));
    },
  );

  router.get('/:owner/:repo/commit/:sha', async (request, response) => {
    const { full, crumbs } = find(request);
    const commit = await git.readCommit(full, request.params.sha);
    if (!commit) throw GithubError.notFound();
    const files = await diffTrees(
      git,
      full,
      commit.parents[0] ?? EMPTY_TREE,
      commit.sha,
    );
    const content = html`<p class="quiet">
        ${commit.author.name}, ${time(commit.author.date)} ·
        <code>${commit.sha}</code>
      </p>
      <pre>${commit.message}</pre>
      ${fileDiffs(files)}`;
    response
      .type('html')
      .send(layout(commit.message.split('\n')[0], crumbs, content));
  });

  return router;
}

function commitRow(full: string, commit: Commit) {
  return row(
    html`<a href="/${full}/commit/${commit.sha}"
      ><code>${commit.sha.slice(0, 7)}</code></a
    >`,
    commit.message.split('\n')[0],
    commit.author.name,
    quiet(time(commit.committer.date)),
  );
}
