import PromiseRouter from 'express-promise-router';
import type { PagerDutyContext } from '../PagerDutyContext';
import { PagerDutyError } from '../PagerDutyError';
import { nameOf } from '../present/Presenter';
import { isAmong } from './isAmong';
import { listOf, paginate, timeOf } from './paginate';

const ABILITIES = ['teams', 'urgencies', 'advanced_reports', 'sso'];

/** Users, services, escalation policies, schedules, and who is on call: https://developer.pagerduty.com/api-reference */
export function createDirectoryRoutes(context: PagerDutyContext) {
  const { directory, present, kit } = context;
  const router = PromiseRouter();
  const hasName = (query: unknown) => (name: string) =>
    typeof query !== 'string' ||
    name.toLowerCase().includes(query.toLowerCase());

  router.get('/abilities', (_request, response) => {
    response.json({ abilities: ABILITIES });
  });

  router.get('/users', (request, response) => {
    const isAsked = hasName(request.query.query);
    const users = directory.users.filter(
      user => isAsked(nameOf(user)) || isAsked(user.person.email),
    );
    response.json(paginate(request, 'users', users, it => present.user(it)));
  });

  router.get('/users/me', () => {
    throw PagerDutyError.invalid(
      'This token belongs to the account, not to a user',
    );
  });

  router.get('/users/:id', (request, response) => {
    const user = found(directory.user(request.params.id));
    response.json({ user: present.user(user) });
  });

  router.get('/services', (request, response) => {
    const isAsked = hasName(request.query.query);
    const services = directory.services.filter(({ name }) => isAsked(name));
    response.json(
      paginate(request, 'services', services, it => present.service(it)),
    );
  });

  router.get('/services/:id', (request, response) => {
    const service = found(directory.service(request.params.id));
    response.json({ service: present.service(service) });
  });

  router.get('/escalation_policies', (request, response) => {
    const isAsked = hasName(request.query.query);
    const list = directory.policies.filter(({ team }) => isAsked(team.title));
    response.json(
      paginate(request, 'escalation_policies', list, it => present.policy(it)),
    );
  });

  router.get('/escalation_policies/:id', (request, response) => {
    const policy = found(directory.policy(request.params.id));
    response.json({ escalation_policy: present.policy(policy) });
  });

  const schedules = directory.policies.flatMap(policy =>
    policy.scheduleIds.map((id, index) => ({ id, policy, index })),
  );

  router.get('/schedules', (request, response) => {
    response.json(
      paginate(request, 'schedules', schedules, ({ policy, index }) =>
        present.schedule(policy, index),
      ),
    );
  });

  router.get('/schedules/:id', (request, response) => {
    const { id } = request.params;
    const one = found(schedules.find(schedule => schedule.id === id));
    response.json({ schedule: present.schedule(one.policy, one.index) });
  });

  router.get('/oncalls', (request, response) => {
    const now = kit.clock.now().getTime();
    const since = timeOf(request, 'since') ?? now;
    const until = Math.max(timeOf(request, 'until') ?? since, since);
    const include = listOf(request, 'include');
    const policyIds = listOf(request, 'escalation_policy_ids');
    const scheduleIds = listOf(request, 'schedule_ids');
    const userIds = listOf(request, 'user_ids');
    const isEarliest = request.query.earliest === 'true';
    const seen = new Set<string>();
    const entries = directory.policies
      .filter(({ id }) => isAmong(policyIds, id))
      .flatMap(policy => directory.onCalls(policy, since, until))
      .filter(
        ({ scheduleId = '', user }) =>
          isAmong(scheduleIds, scheduleId) && isAmong(userIds, user.id),
      )
      .filter(({ policy, level, user }) => {
        const key = `${policy.id} ${level} ${user.id}`;
        const isFirst = !seen.has(key);
        seen.add(key);
        return isFirst || !isEarliest;
      });
    response.json(
      paginate(request, 'oncalls', entries, it => present.onCall(it, include)),
    );
  });

  return router;
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw PagerDutyError.notFound();
  return thing;
}
