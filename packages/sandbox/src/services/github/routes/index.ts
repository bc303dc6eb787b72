import express from 'express';
import Router from 'express-promise-router';
import { apiHeaders } from '../apiHeaders';
import { authenticate } from '../authentication';
import type { Github } from '../Github';
import { graphqlRoutes } from '../graphql/graphqlRoutes';
import { pageRoutes } from '../pages/pageRoutes';
import { accessRoutes } from './access';
import { archiveRoutes } from './archives';
import { branchRoutes } from './branches';
import { commitRoutes } from './commits';
import { contentRoutes } from './contents';
import { environmentRoutes } from './environments';
import { gitRoutes } from './git';
import { gitDataRoutes } from './gitData';
import { hookRoutes } from './hooks';
import { invitationRoutes } from './invitations';
import { issueEventRoutes } from './issueEvents';
import { issuePartRoutes } from './issueParts';
import { issueRoutes } from './issues';
import { labelRoutes } from './labels';
import { metaRoutes } from './meta';
import { organizationRoutes } from './organizations';
import { protectionRoutes } from './protection';
import { pullPartRoutes } from './pullParts';
import { pullRoutes } from './pulls';
import { refRoutes } from './refs';
import { redirectRenamed, repositoriesById } from './renamed';
import { repositoryRoutes } from './repositories';
import { repositorySettingRoutes } from './repositorySettings';
import { organizationRights, repositoryRights } from './rights';
import { runRoutes } from './runs';
import { searchRoutes } from './search';
import { searchIssueRoutes } from './searchIssues';
import { secretRoutes } from './secrets';
import { statusRoutes } from './statuses';
import { teamRoutes } from './teams';
import { userRoutes } from './users';
import { variableRoutes } from './variables';
import { workflowRoutes } from './workflows';

/** Everything below the service's URL: API, GraphQL, git and pages. */
export function createRouter(github: Github) {
  const router = Router();
  const json = express.json({ limit: '50mb', type: () => true });

  router.use(
    '/api/graphql',
    apiHeaders(),
    authenticate(github.state),
    json,
    graphqlRoutes(github),
  );

  const api = Router();
  api.use(apiHeaders(), authenticate(github.state), json);
  api.use(repositoriesById(github));
  api.use(
    '/repos/:owner/:repo',
    redirectRenamed(github),
    repositoryRights(github),
  );
  api.use('/orgs/:org', organizationRights(github));
  const factories = [
    metaRoutes,
    userRoutes,
    organizationRoutes,
    invitationRoutes,
    teamRoutes,
    accessRoutes,
    repositoryRoutes,
    contentRoutes,
    archiveRoutes,
    gitDataRoutes,
    refRoutes,
    statusRoutes,
    commitRoutes,
    protectionRoutes,
    branchRoutes,
    pullRoutes,
    pullPartRoutes,
    labelRoutes,
    issuePartRoutes,
    issueEventRoutes,
    issueRoutes,
    secretRoutes,
    variableRoutes,
    environmentRoutes,
    workflowRoutes,
    runRoutes,
    hookRoutes,
    searchRoutes,
    searchIssueRoutes,
    repositorySettingRoutes,
  ];
  for (const factory of factories) api.use(factory(github));
  router.use('/api/v3', api);

  router.use(gitRoutes(github));
  router.use(pageRoutes(github));
  return router;
}
