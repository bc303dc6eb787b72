import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { ArgocdInstances } from '@portico/plugin-argocd-node';
import {
  flowCleanupExtensionPoint,
  flowLedgerServiceRef,
  stepGuardServiceRef,
} from '@portico/plugin-flows-node';
import { createGithubActionsCreateAction } from './actions/actionsCreate';
import { createPublishGithubNotedAction } from './actions/publishGithub';
import { createPullRequestOnceAction } from './actions/pullRequestCreate';
import { createGithubRepoEnsureAction } from './actions/repoCreate';
import { createGithubRepoPushOnceAction } from './actions/repoPush';
import { createUpstreamActions } from './actions/upstreamActions';
import { createPullRequestEnsureAction } from './changes/pullRequestEnsure';
import { createPullRequestMergeAction } from './changes/pullRequestMerge';
import { createRepoRetireAction } from './changes/repoRetire';
import { Deployments } from './releases/Deployments';
import { createFindReleaseAction } from './releases/findRelease';
import { createRemovers } from './removal/createRemovers';
import {
  createGithubIssueCloseAction,
  createGithubIssueCommentAction,
  createGithubTeamAddMemberAction,
  createGithubTeamRemoveMemberAction,
  createTeamMemberRemover,
} from './people';

/**
 * All GitHub actions of the scaffolder. It stands in for
 * `@backstage/plugin-scaffolder-backend-module-github`, whose action ids it takes over.
 */
export const scaffolderModuleGithubPlatform = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'github-platform',
  register({ registerInit }) {
    registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        catalog: catalogServiceRef,
        guard: stepGuardServiceRef,
        ledger: flowLedgerServiceRef,
        cleanup: flowCleanupExtensionPoint,
      },
      async init({ scaffolder, config, catalog, guard, ledger, cleanup }) {
        const options = {
          config,
          catalog,
          guard,
          ledger,
          integrations: ScmIntegrations.fromConfig(config),
          requireScmUserCredentials:
            config.getOptionalBoolean('scaffolder.requireScmUserCredentials') ??
            false,
        };
        scaffolder.addActions(
          createGithubRepoEnsureAction(options),
          createGithubRepoPushOnceAction(options),
          createGithubActionsCreateAction(options),
          createPublishGithubNotedAction(options),
          createPullRequestOnceAction(options),
          ...createUpstreamActions(options),
          createGithubTeamAddMemberAction(options),
          createGithubTeamRemoveMemberAction(options),
          createGithubIssueCommentAction(options),
          createGithubIssueCloseAction(options),
          createPullRequestEnsureAction(options),
          createPullRequestMergeAction(options),
          createRepoRetireAction(options),
          createFindReleaseAction({
            ...options,
            deployments: new Deployments(ArgocdInstances.fromConfig(config)),
          }),
        );
        cleanup.addRemovers(
          ...createRemovers(options),
          createTeamMemberRemover(options),
        );
      },
    });
  },
});
