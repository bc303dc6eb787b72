import type { Request } from 'express';
import PromiseRouter from 'express-promise-router';
import { OktaError } from '../OktaError';
import type { OktaUser } from '../directory';
import { logContext } from './authenticate';
import { createLifecycleRouter } from './lifecycleRouter';
import { applyFilter, paginate, queryText } from './listQuery';
import type { OktaApi } from './OktaApi';
import { groupJson, userJson } from './toJson';

/** `/api/v1/users`; https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/ */
export function createUsersRouter(api: OktaApi) {
  const { users, groups, accounts, baseUrl } = api;
  const router = PromiseRouter();

  router.get('/', (request, response) => {
    const page = paginate(request, response, {
      items: selectUsers(request, users.list()),
      id: user => user.id,
      baseUrl: baseUrl,
      defaultLimit: queryText(request, 'q') ? 10 : 200,
      maxLimit: 200,
    });
    response.json(page.map(user => userJson(user, baseUrl)));
  });

  router.post('/', (request, response) => {
    const { profile, credentials, groupIds = [] } = bodyOf(request);
    if (!Array.isArray(groupIds)) throw OktaError.malformed();
    const memberOf = groupIds.map(id => groups.get(String(id)));
    const context = logContext(request);
    const hasPassword = credentials?.password?.value !== undefined;
    const activate = request.query.activate !== 'false';
    const user = users.create(context, profile ?? {}, {
      activate,
      hasPassword,
      provider: providerOf(request, credentials?.provider),
    });
    for (const group of memberOf) groups.addMember(context, group, user);
    if (activate && user.status === 'PROVISIONED')
      accounts.offer(context, user, 'welcome', true);
    const mustChange =
      activate && hasPassword && request.query.nextLogin === 'changePassword';
    response.json(
      userJson(
        mustChange ? users.move(context, user, 'expirePassword') : user,
        baseUrl,
      ),
    );
  });

  router.get('/:user', (request, response) => {
    response.json(userJson(users.get(request.params.user), baseUrl));
  });

  for (const [method, mode] of [
    ['post', 'merge'],
    ['put', 'replace'],
  ] as const) {
    router[method]('/:user', (request: Request, response) => {
      const user = users.get(request.params.user);
      const { profile = {} } = bodyOf(request);
      const updated = users.update(logContext(request), user, profile, mode);
      response.json(userJson(updated, baseUrl));
    });
  }

  router.delete('/:user', (request, response) => {
    const user = users.get(request.params.user);
    // Okta asks twice: the first call deactivates, the second removes.
    if (user.status === 'DEPROVISIONED') {
      groups.forget(user);
      users.remove(logContext(request), user);
    } else {
      accounts.deactivate(logContext(request), user);
    }
    response.status(204).end();
  });

  // The organisation has no applications that people see in Okta.
  router.get('/:user/appLinks', (request, response) => {
    users.get(request.params.user);
    response.json([]);
  });

  router.get('/:user/groups', (request, response) => {
    const user = users.get(request.params.user);
    response.json(groups.ofUser(user).map(one => groupJson(one, baseUrl)));
  });

  router.delete('/:user/sessions', (request, response) => {
    const user = users.get(request.params.user);
    accounts.clearSessions(logContext(request), user, {
      tokens: request.query.oauthTokens === 'true',
    });
    response.status(204).end();
  });

  router.use('/:user/lifecycle', createLifecycleRouter(api));

  return router;
}

interface UserBody {
  profile?: Record<string, unknown>;
  credentials?: {
    password?: { value?: string };
    provider?: OktaUser['provider'];
  };
  groupIds?: unknown;
}

function bodyOf(request: Request): UserBody {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw OktaError.malformed();
  }
  const { profile } = body as UserBody;
  if (profile !== undefined && typeof profile !== 'object') {
    throw OktaError.malformed();
  }
  return body as UserBody;
}

/** Who checks the password of a new user, which counts with `provider=true` alone. */
function providerOf(
  request: Request,
  provider: OktaUser['provider'],
): OktaUser['provider'] {
  if (request.query.provider !== 'true') return undefined;
  if (!provider?.type || !provider.name) {
    throw OktaError.invalid(
      'provider',
      'provider: The provider must have a type and a name',
    );
  }
  return { type: provider.type, name: provider.name };
}

/** What `search`, `filter` or `q` name; without them everyone who is not deactivated. */
function selectUsers(request: Request, all: OktaUser[]): OktaUser[] {
  const search = queryText(request, 'search');
  const filter = queryText(request, 'filter');
  if (search !== undefined) return sort(request, applyFilter(all, search));
  if (filter !== undefined) return applyFilter(all, filter);
  const current = all.filter(user => user.status !== 'DEPROVISIONED');
  const q = queryText(request, 'q')?.toLowerCase();
  if (q === undefined) return current;
  return current.filter(({ profile }) =>
    [profile.firstName, profile.lastName, profile.email].some(value =>
      value.toLowerCase().startsWith(q),
    ),
  );
}

/** `sortBy` and `sortOrder`, which Okta takes beside `search`. */
function sort(request: Request, users: OktaUser[]): OktaUser[] {
  const sortBy = queryText(request, 'sortBy');
  if (sortBy === undefined) return users;
  const direction = queryText(request, 'sortOrder') === 'desc' ? -1 : 1;
  const value = (user: OktaUser) =>
    String(
      sortBy
        .split('.')
        .reduce<unknown>(
          (node, key) => (node as Record<string, unknown> | undefined)?.[key],
          user,
        ) ?? '',
    );
  return [...users].sort(
    (a, b) => direction * value(a).localeCompare(value(b), 'en'),
  );
}
