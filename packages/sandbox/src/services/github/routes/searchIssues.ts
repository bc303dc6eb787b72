import Router from 'express-promise-router';
import type { Github } from '../Github';
import { fullName } from '../GithubState';
import { selectIssues } from '../issues';
import type { Issue } from '../model';
import { paginate } from '../paginate';
import { presentIssue } from '../present/issue';
import { parseQuery, repositoriesInScope } from './searchQuery';

/** What a qualifier asks of an issue; https://docs.github.com/search-github/searching-on-github/searching-issues-and-pull-requests */
const QUALIFIERS: Record<string, (issue: Issue, value: string) => boolean> = {
  is: (issue, value) =>
    ({
      issue: !issue.pull,
      pr: Boolean(issue.pull),
      merged: issue.pull?.merged === true,
      draft: issue.pull?.draft === true,
    }[value] ?? issue.state === value),
  type: (issue, value) => (value === 'pr') === Boolean(issue.pull),
  state: (issue, value) => issue.state === value,
  label: (issue, value) =>
    issue.labels.some(label => label.toLowerCase() === value.toLowerCase()),
  author: (issue, value) => issue.user === value,
  assignee: (issue, value) => issue.assignees.includes(value),
  head: (issue, value) => issue.pull?.headRef === value,
  base: (issue, value) => issue.pull?.baseRef === value,
};

/** Search of issues and pull requests. */
export function searchIssueRoutes(github: Github) {
  const { state, present } = github;
  const router = Router();

  router.get('/search/issues', (request, response) => {
    const query = parseQuery(request);
    const scope = new Set(
      repositoriesInScope(github, request, query).map(fullName),
    );
    const asked = [...query.qualifiers].flatMap(([key, values]) =>
      values.map(value => ({ fits: QUALIFIERS[key], value })),
    );
    const found = state.issues.filter(
      issue =>
        scope.has(issue.repository) &&
        asked.every(({ fits, value }) => !fits || fits(issue, value)) &&
        query.words.every(word =>
          `${issue.title} ${issue.body ?? ''}`.toLowerCase().includes(word),
        ),
    );
    request.query.state = 'all';
    const sorted = selectIssues(request, found);
    response.json({
      total_count: sorted.length,
      incomplete_results: false,
      items: paginate(request, response, present.web, sorted).map(issue => ({
        ...presentIssue(github, issue),
        score: 1,
      })),
    });
  });

  return router;
}
