import type { Person, Team, World } from '../../../world';
import { routingKeyOf } from '../routingKey';
import { idOf } from './ids';
import type { Rotation, Shift } from './Rotation';

export interface User {
  id: string;
  person: Person;
}

/** One team's way of being called: who is on call this week, who next, then its lead. */
export interface Policy {
  id: string;
  scheduleIds: [primary: string, secondary: string];
  team: Team;
  /** In the order in which they take their weeks. */
  rotation: User[];
  lead: User;
}

export interface Service {
  id: string;
  name: string;
  description: string;
  policy: Policy;
  routingKey: string;
}

/** Whom a level of a policy calls; shifts have an end, a person who is named does not. */
export interface OnCall {
  policy: Policy;
  level: number;
  scheduleId?: string;
  user: User;
  shift?: Shift;
}

/** Who begins, by team; the others follow in the order of the world. */
const FIRST: Record<string, string[]> = {
  commerce: ['priya.raman', 'tomas.vidal'],
  payments: ['sam.idowu'],
};
/** Of these people nobody carries a pager. */
const OFF_CALL = ['people-ops', 'finance'];

/** The account's users, services, escalation policies and schedules: a view of the world. */
export class Directory {
  readonly users: readonly User[];
  readonly policies: readonly Policy[];
  readonly services: readonly Service[];
  readonly #rotation: Rotation;

  constructor(world: World, rotation: Rotation) {
    this.#rotation = rotation;
    this.users = world.people
      .filter(person => person.team)
      .map(person => ({ id: idOf('user', person.login), person }));
    this.policies = world.teams
      .filter(team => this.users.some(it => it.person.team === team.name))
      .map(team => policyOf(team, this.users));
    this.services = world.components.flatMap(component => {
      const { pagerdutyServiceId: id, name, owner, description } = component;
      const policy = this.policies.find(it => it.team.name === owner);
      return id && policy
        ? [{ id, name, description, policy, routingKey: routingKeyOf(id) }]
        : [];
    });
  }

  user(id: string): User | undefined {
    return this.users.find(user => user.id === id);
  }

  userWithEmail(email: string): User | undefined {
    return this.users.find(
      ({ person }) => person.email.toLowerCase() === email.toLowerCase(),
    );
  }

  service(id: string): Service | undefined {
    return this.services.find(service => service.id === id);
  }

  policy(id: string): Policy | undefined {
    return this.policies.find(policy => policy.id === id);
  }

  /** Everybody on call by a policy from one moment to another, first level first. */
  onCalls(policy: Policy, since: number, until: number): OnCall[] {
    const { rotation, scheduleIds, lead } = policy;
    const shifts = this.#rotation.shiftsBetween(since, until);
    const entries = scheduleIds.flatMap((scheduleId, index) =>
      shifts.map(shift => ({
        policy,
        level: index + 1,
        scheduleId,
        user: at(rotation, shift.week + index),
        shift,
      })),
    );
    return [...entries, { policy, level: 3, user: lead }];
  }
}

function policyOf(team: Team, users: readonly User[]): Policy {
  const members = users.filter(({ person }) => person.team === team.name);
  const first = FIRST[team.name] ?? [];
  const rank = ({ person }: User) => {
    const index = first.indexOf(person.login);
    return index < 0 ? first.length : index;
  };
  const rotation = members
    .slice(1)
    .filter(({ person }) => !person.roles.some(role => OFF_CALL.includes(role)))
    .sort((a, b) => rank(a) - rank(b));
  return {
    id: idOf('policy', team.name),
    scheduleIds: [
      idOf('schedule', `${team.name} primary`),
      idOf('schedule', `${team.name} secondary`),
    ],
    team,
    rotation: rotation.length ? rotation : members,
    lead: members[0],
  };
}

function at<T>(list: readonly T[], index: number): T {
  return list[((index % list.length) + list.length) % list.length];
}
