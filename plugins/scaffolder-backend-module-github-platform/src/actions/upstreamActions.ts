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
} from '@backstage/plugin-scaffolder-backend-module-github';
import type { ScmIntegrations } from '@backstage/integration';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { withGuard } from '../guard/withGuard';
import { withLedger, type Effect } from '../ledger/withLedger';
import type { ActionOptions } from './ActionOptions';

/**
 * Upstream's GitHub actions behind our guard, with what they make in the ledger; without those that
 * Portico has its own of.
 */
export function createUpstreamActions(
  options: ActionOptions & {
    catalog: CatalogService;
    integrations: ScmIntegrations;
  },
): TemplateAction[] {
  const { guard, ledger } = options;
  const wrap = <I extends JsonObject, O extends JsonObject>(
    action: TemplateAction<I, O>,
    effect: Effect,
  ) =>
    withGuard(
      withLedger(action, effect, ledger),
      guard,
    ) as unknown as TemplateAction;
  return [
    wrap(createGithubActionsDispatchAction(options), {
      kind: 'Workflow run',
      outcome: 'made',
      nameOf: ({ workflowId }) => workflowId,
      urlOutput: 'workflowRunHtmlUrl',
    }),
    wrap(createGithubAutolinksAction(options), {
      kind: 'Autolink',
      outcome: 'made',
      nameOf: ({ keyPrefix }) => keyPrefix,
    }),
    wrap(createGithubBranchProtectionAction(options), {
      kind: 'Branch protection',
      outcome: 'changed',
      nameOf: ({ branch }) => branch,
    }),
    wrap(createGithubDeployKeyAction(options), {
      kind: 'Deploy key',
      outcome: 'made',
      nameOf: ({ deployKeyName }) => deployKeyName,
    }),
    wrap(createGithubEnvironmentAction(options), {
      kind: 'Environment',
      outcome: 'made',
      nameOf: ({ name }) => name,
    }),
    wrap(createGithubIssuesCreateAction(options), {
      kind: 'Issue',
      outcome: 'made',
      nameOf: ({ title }) => title,
      urlOutput: 'issueUrl',
    }),
    wrap(createGithubIssuesLabelAction(options), {
      kind: 'Issue',
      outcome: 'changed',
      nameOf: ({ number }) => `#${number}`,
    }),
    wrap(createGithubPagesEnableAction(options), {
      kind: 'GitHub Pages',
      outcome: 'made',
      nameOf: () => '',
    }),
    wrap(createGithubWebhookAction(options), {
      kind: 'Webhook',
      outcome: 'made',
      nameOf: ({ webhookUrl }) => webhookUrl,
    }),
  ];
}
