import type { Config } from '@backstage/config';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createGithubActionsDispatchAction,
  createGithubAutolinksAction,
  createGithubBranchProtectionAction,
  createGithubDeployKeyAction,
  createGithubEnvironmentAction,
  createGithubIssuesCreateAction,
  createGithubIssuesLabelAction,
  createGithubPagesEnableAction,
  createGithubWebhookAction,
  createPublishGithubAction,
  createPublishGithubPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { StepGuard } from '@portico/plugin-flows-node';
import { withGuard } from '../guard/withGuard';

/** Upstream's GitHub actions, as they are, behind our guard; without the two that Portico has its own of. */
export function createUpstreamActions(options: {
  config: Config;
  catalog: CatalogService;
  guard: StepGuard;
  integrations: ScmIntegrations;
  requireScmUserCredentials: boolean;
}): TemplateAction[] {
  const { guard } = options;
  return [
    withGuard(createGithubActionsDispatchAction(options), guard),
    withGuard(createGithubAutolinksAction(options), guard),
    withGuard(createGithubBranchProtectionAction(options), guard),
    withGuard(createGithubDeployKeyAction(options), guard),
    withGuard(createGithubEnvironmentAction(options), guard),
    withGuard(createGithubIssuesCreateAction(options), guard),
    withGuard(createGithubIssuesLabelAction(options), guard),
    withGuard(createGithubPagesEnableAction(options), guard),
    withGuard(createGithubWebhookAction(options), guard),
    withGuard(createPublishGithubAction(options), guard),
    withGuard(createPublishGithubPullRequestAction(options), guard),
  ] as TemplateAction[];
}
