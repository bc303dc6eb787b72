import type { Request } from 'express';
import Router from 'express-promise-router';
import { callerOf } from '../authentication';
import type { Github } from '../Github';
import { GithubError } from '../GithubError';
import type { Delivery, Webhook } from '../model';
import { paginate } from '../paginate';
import { Body, repositoryOf } from './body';

/** https://docs.github.com/rest/repos/webhooks and https://docs.github.com/rest/orgs/webhooks */
export function hookRoutes(github: Github) {
  const { state, present, webhooks, deliveries } = github;
  const router = Router();
  const lists = ['/repos/:owner/:repo/hooks', '/orgs/:org/hooks'];
  const one = lists.map(path => `${path}/:id(\\d+)`);
  const below = (path: string) => one.map(prefix => `${prefix}${path}`);

  const targetOf = (request: Request) => {
    if (request.params.repo) return repositoryOf(github, request).full;
    const account = state.account(request.params.org);
    if (account?.type !== 'Organization') throw GithubError.notFound();
    return account.login;
  };
  const find = (request: Request): Webhook => {
    const hook = state.webhooks.get(request.params.id);
    if (hook?.target !== targetOf(request)) throw GithubError.notFound();
    return hook;
  };
  const deliveriesOf = (hook: Webhook) =>
    state.deliveries.filter(delivery => delivery.hook === hook.id).reverse();
  const shown = (hook: Webhook) => {
    const isRepository = hook.target.includes('/');
    const url = `${present.api}/${isRepository ? 'repos' : 'orgs'}/${
      hook.target
    }/hooks/${hook.id}`;
    const last = deliveriesOf(hook)[0];
    return {
      type: isRepository ? 'Repository' : 'Organization',
      id: hook.id,
      name: 'web',
      active: hook.active,
      events: hook.events,
      config: {
        ...hook.config,
        ...(hook.config.secret ? { secret: '********' } : {}),
      },
      updated_at: hook.updatedAt,
      created_at: hook.createdAt,
      url,
      ...(isRepository ? { test_url: `${url}/test` } : {}),
      ping_url: `${url}/pings`,
      deliveries_url: `${url}/deliveries`,
      last_response: last
        ? {
            code: last.statusCode || null,
            status: last.status === 'OK' ? 'active' : 'failed',
            message: last.status,
          }
        : { code: null, status: 'unused', message: null },
    };
  };
  const configOf = (body: Body, old?: Webhook['config']): Webhook['config'] => {
    const config = body.object('config') ?? {};
    const url = String(config.url ?? old?.url ?? '');
    if (!/^https?:\/\/\S+$/.test(url)) {
      throw GithubError.invalid('Hook', 'url', 'missing_field');
    }
    const secret = config.secret ?? old?.secret;
    return {
      url,
      content_type:
        (config.content_type ?? old?.content_type) === 'json' ? 'json' : 'form',
      insecure_ssl: String(config.insecure_ssl ?? old?.insecure_ssl ?? '0'),
      ...(secret ? { secret: String(secret) } : {}),
    };
  };

  router.get(lists, (request, response) => {
    const target = targetOf(request);
    const hooks = state.webhooks.filter(hook => hook.target === target);
    response.json(paginate(request, response, present.web, hooks).map(shown));
  });

  router.post(lists, (request, response) => {
    const target = targetOf(request);
    const body = new Body(request, 'Hook');
    const config = configOf(body);
    const events = body.texts('events') ?? ['push'];
    const same = state.webhooks.find(
      hook =>
        hook.target === target &&
        hook.config.url === config.url &&
        hook.events.join() === events.join(),
    );
    if (same) {
      throw new GithubError(422, 'Validation Failed', [
        {
          resource: 'Hook',
          code: 'custom',
          message: `Hook already exists on this ${
            target.includes('/') ? 'repository' : 'organization'
          }`,
        },
      ]);
    }
    const now = state.now();
    const id = state.nextId();
    const hook = state.webhooks.put(String(id), {
      id,
      target,
      events,
      config,
      active: body.flag('active') ?? true,
      createdAt: now,
      updatedAt: now,
    });
    webhooks.ping(hook, shown(hook), callerOf(request));
    response.status(201).json(shown(hook));
  });

  router.get(one, (request, response) => {
    response.json(shown(find(request)));
  });

  router.patch(one, (request, response) => {
    const hook = find(request);
    const body = new Body(request, 'Hook');
    const added = body.texts('add_events') ?? [];
    const removed = body.texts('remove_events') ?? [];
    const events =
      body.texts('events') ??
      [...new Set([...hook.events, ...added])].filter(
        e => !removed.includes(e),
      );
    const changed = state.webhooks.put(String(hook.id), {
      ...hook,
      events,
      active: body.flag('active') ?? hook.active,
      config: configOf(body, hook.config),
      updatedAt: state.now(),
    });
    response.json(shown(changed));
  });

  router.delete(one, (request, response) => {
    state.webhooks.delete(String(find(request).id));
    response.status(204).end();
  });

  router.post(below('/pings'), (request, response) => {
    const hook = find(request);
    webhooks.ping(hook, shown(hook), callerOf(request));
    response.status(204).end();
  });

  const summary = (delivery: Delivery) => ({
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.durationSeconds,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: null,
    repository_id: delivery.repositoryId,
  });
  const deliveryOf = (request: Request) => {
    const hook = find(request);
    const delivery = state.deliveries.get(request.params.delivery);
    if (delivery?.hook !== hook.id) throw GithubError.notFound();
    return { hook, delivery };
  };

  router.get(below('/deliveries'), (request, response) => {
    response.json(
      paginate(request, response, present.web, deliveriesOf(find(request))).map(
        summary,
      ),
    );
  });

  router.get(below('/deliveries/:delivery'), (request, response) => {
    const { hook, delivery } = deliveryOf(request);
    response.json({
      ...summary(delivery),
      url: hook.config.url,
      request: { headers: delivery.requestHeaders, payload: delivery.payload },
      response: {
        headers: delivery.responseHeaders,
        payload: delivery.responseBody,
      },
    });
  });

  router.post(below('/deliveries/:delivery/attempts'), (request, response) => {
    const { hook, delivery } = deliveryOf(request);
    deliveries.send(hook, delivery.event, delivery.payload, delivery);
    response.status(202).json({});
  });

  return router;
}
