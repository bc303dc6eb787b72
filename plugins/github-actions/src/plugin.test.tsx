import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { WorkflowRuns } from '@portico/plugin-github-actions-common';
import {
  githubActionsApiRef,
  type GithubActionsApi,
} from './GithubActionsClient';
import plugin from './plugin';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'github.com/project-slug': 'mini-org/orders' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'commerce' },
};

const answer: WorkflowRuns = {
  repository: 'mini-org/orders',
  url: 'http://github.example/mini-org/orders/actions',
  asOf: '2026-11-20T14:02:31Z',
  runs: [
    {
      id: 7,
      workflow: 'CI',
      number: 3,
      state: 'failure',
      event: 'push',
      branch: 'main',
      commit: { sha: '7f3c2a1aaaa', subject: 'Add carts', author: 'Lena' },
      startedAt: '2026-11-20T13:00:05Z',
      durationSeconds: 65,
      url: 'http://github.example/mini-org/orders/actions/runs/7',
    },
  ],
};

function show(listRuns: GithubActionsApi['listRuns']) {
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      plugin.getExtension('entity-content:github-actions/runs'),
    ],
    apis: [[githubActionsApiRef, { listRuns }]],
  });
}

describe('the CI tab', () => {
  it('shows each run with its state in words and a link to GitHub', async () => {
    show(async () => answer);
    expect(await screen.findByRole('link', { name: /^CI #3/ })).toHaveAttribute(
      'href',
      answer.runs[0].url,
    );
    expect(screen.getByText('Failed')).toBeInTheDocument();
    expect(screen.getByText('7f3c2a1')).toBeInTheDocument();
    expect(screen.getByText('1 min 5 s')).toBeInTheDocument();
  });

  it('says what will be here when nothing has run', async () => {
    show(async () => ({ ...answer, runs: [] }));
    expect(
      await screen.findByText('No workflow has run yet.'),
    ).toBeInTheDocument();
  });

  it('says why there is nothing when GitHub is down, and tries again on demand', async () => {
    const listRuns = jest
      .fn<Promise<WorkflowRuns>, []>()
      .mockRejectedValueOnce(new Error('GitHub answered 503'))
      .mockResolvedValue(answer);
    show(listRuns);
    expect(
      await screen.findByText('Unknown: GitHub has not answered.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/answered 503/)).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Status of sources' }),
    ).toHaveAttribute('href', '/sources#github');
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(
      await screen.findByRole('link', { name: /^CI #3/ }),
    ).toBeInTheDocument();
  });
});
