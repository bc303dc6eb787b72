import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { DefaultNameService, Delegation } from '@portico/plugin-flows-node';
import { GithubIssues } from './issueFlows/GithubIssues';
import { IssueFlows } from './issueFlows/IssueFlows';
import { IssueFlowStore } from './issueFlows/IssueFlowStore';
import { People } from './issueFlows/People';
import { readIssueFlows } from './issueFlows/readIssueFlows';
import { scheduleIssueFlows } from './issueFlows/scheduleIssueFlows';
import { TaskStarter } from './issueFlows/TaskStarter';
import { createRouter } from './router';

/** Answers what the forms of flows ask, and starts flows that a label on an issue asks for. */
export const flowsPlugin = createBackendPlugin({
  pluginId: 'flows',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        scaffolder: scaffolderServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(services) {
        const { auth, catalog, config, database, discovery } = services;
        const names = DefaultNameService.create({ auth, catalog, config });
        services.httpRouter.use(
          createRouter({ httpAuth: services.httpAuth, names }),
        );

        const flows = readIssueFlows(config);
        if (flows.length === 0) return;
        const integrations = ScmIntegrations.fromConfig(config);
        const access = {
          integrations,
          credentials:
            DefaultGithubCredentialsProvider.fromIntegrations(integrations),
        };
        await scheduleIssueFlows(
          new IssueFlows({
            ...services,
            flows,
            issuesOf: flow => GithubIssues.create(access, flow),
            store: await IssueFlowStore.create(database),
            people: new People({ auth, catalog }),
            delegation: new Delegation({ auth, discovery }),
            starter: new TaskStarter({ auth, discovery }),
            appUrl: config.getString('app.baseUrl'),
          }),
          services,
        );
      },
    });
  },
});
