import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import type { OktaGroup } from '../directory';
import { logContext } from './authenticate';
import { applyFilter, paginate, queryText } from './listQuery';
import type { OktaApi } from './OktaApi';
import { groupJson, userJson } from './toJson';

/** `/api/v1/groups`; https://developer.okta.com/docs/api/openapi/okta-management/management/tag/Group/ */
export function createGroupsRouter(api: OktaApi) {
  const { users, groups, baseUrl } = api;
  const router = PromiseRouter();

  router.get('/', (request, response) => {
    const page = paginate(request, response, {
      items: selectGroups(request, groups.list()),
      id: group => group.id,
      baseUrl: baseUrl,
      defaultLimit: 10_000,
      maxLimit: 10_000,
    });
    response.json(page.map(group => groupJson(group, baseUrl)));
  });

  router.post('/', (request, response) => {
    const { profile } = (request.body ?? {}) as { profile?: unknown };
    const group = groups.create(logContext(request), profile);
    response.json(groupJson(group, baseUrl));
  });

  // The organisation has no group rules: memberships are set one by one.
  router.get('/rules', (_request, response) => {
    response.json([]);
  });

  router.get('/:group', (request, response) => {
    response.json(groupJson(groups.get(request.params.group), baseUrl));
  });

  router.put('/:group', (request, response) => {
    const { profile } = (request.body ?? {}) as { profile?: unknown };
    const group = groups.get(request.params.group);
    const updated = groups.update(logContext(request), group, profile);
    response.json(groupJson(updated, baseUrl));
  });

  router.delete('/:group', (request, response) => {
    groups.remove(logContext(request), groups.get(request.params.group));
    response.status(204).end();
  });

  router.get('/:group/users', (request, response) => {
    const group = groups.get(request.params.group);
    const page = paginate(request, response, {
      items: users.list().filter(user => groups.isMember(group, user)),
      id: user => user.id,
      baseUrl: baseUrl,
      defaultLimit: 1000,
      maxLimit: 1000,
    });
    response.json(page.map(user => userJson(user, baseUrl)));
  });

  router.put('/:group/users/:user', (request, response) => {
    const group = groups.get(request.params.group);
    const user = users.get(request.params.user);
    groups.addMember(logContext(request), group, user);
    response.status(204).end();
  });

  router.delete('/:group/users/:user', (request, response) => {
    const group = groups.get(request.params.group);
    const user = users.get(request.params.user);
    groups.removeMember(logContext(request), group, user);
    response.status(204).end();
  });

  return router;
}

function selectGroups(request: Request, all: OktaGroup[]): OktaGroup[] {
  const found = applyFilter(
    applyFilter(all, queryText(request, 'filter')),
    queryText(request, 'search'),
  );
  const q = queryText(request, 'q')?.toLowerCase();
  return q === undefined
    ? found
    : found.filter(({ profile }) => profile.name.toLowerCase().startsWith(q));
}
