import type { Kit } from '../../kit';
import type { WorkflowRunner } from './actions/WorkflowRunner';
import type { BareGitRepositories } from './git';
import type { GithubState } from './GithubState';
import type { Presenter } from './present/Presenter';
import type { Deliveries } from './webhooks/Deliveries';
import type { Webhooks } from './webhooks/Webhooks';

/** What routes are built from. */
export interface Github {
  kit: Kit;
  /** Login of the one organisation. */
  organization: string;
  state: GithubState;
  git: BareGitRepositories;
  present: Presenter;
  webhooks: Webhooks;
  deliveries: Deliveries;
  runner: WorkflowRunner;
}
