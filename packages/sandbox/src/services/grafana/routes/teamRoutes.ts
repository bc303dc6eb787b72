import PromiseRouter from 'express-promise-router';
import type { GrafanaContext } from '../GrafanaContext';
import { GrafanaError } from '../GrafanaError';
import type { GrafanaTeam } from '../model/types';
import { pageOf, positive, text } from './parameters';

/** https://grafana.com/docs/grafana/latest/developers/http_api/team/ */
export function createTeamRoutes({ teams }: GrafanaContext) {
  const router = PromiseRouter();

  router.get('/api/teams/search', (request, response) => {
    const name = text(request, 'name');
    const query = text(request, 'query');
    const page = positive(request, 'page', 1);
    const perPage = positive(request, 'perpage', 1000);
    const found = teams.search({ name, query });
    response.json({
      totalCount: found.length,
      teams: pageOf(found, page, perPage).map(present),
      page,
      perPage,
    });
  });

  router.get('/api/teams/:id', (request, response) => {
    const team = teams.find(Number(request.params.id));
    if (!team) throw new GrafanaError(404, 'Team not found');
    response.json(present(team));
  });

  return router;
}

function present(team: GrafanaTeam) {
  return {
    ...team,
    orgId: 1,
    externalUID: '',
    isProvisioned: false,
    avatarUrl: '',
    permission: 0,
    accessControl: null,
  };
}
