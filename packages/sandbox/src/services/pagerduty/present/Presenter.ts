import type {
  Directory,
  OnCall,
  Policy,
  Service,
  User,
} from '../directory/Directory';
import type { Incidents } from '../Incidents';
import type { Agent } from '../types';

/** What a thing looks like where another one names it. */
export interface Reference {
  id: string;
  type: string;
  summary: string;
  self: string | null;
  html_url: string | null;
}

/** The account's things as the REST API gives them. */
export class Presenter {
  constructor(
    readonly baseUrl: string,
    readonly directory: Directory,
    private readonly incidents: Incidents,
  ) {}

  /** @param type e.g. `user_reference`, or `user` for the thing itself */
  reference(
    type: string,
    path: string,
    id: string,
    summary: string,
    page = path,
  ): Reference {
    const { baseUrl } = this;
    return {
      id,
      type,
      summary,
      self: `${baseUrl}/${path}/${id}`,
      html_url: `${baseUrl}/${page}/${id}`,
    };
  }

  userReference(user: User, type = 'user_reference'): Reference {
    return this.reference(type, 'users', user.id, nameOf(user));
  }

  policyReference(policy: Policy, type = 'escalation_policy_reference') {
    return this.reference(
      type,
      'escalation_policies',
      policy.id,
      policy.team.title,
    );
  }

  serviceReference(service: Service, type = 'service_reference') {
    const { id, name } = service;
    return this.reference(type, 'services', id, name, 'service-directory');
  }

  scheduleReference(policy: Policy, index: number, type: string) {
    const summary = `${policy.team.title} ${index ? 'secondary' : 'primary'}`;
    const id = policy.scheduleIds[index];
    return this.reference(type, 'schedules', id, summary);
  }

  agent(agent: Agent): Reference {
    if ('userId' in agent) {
      const user = this.directory.user(agent.userId);
      if (user) return this.userReference(user);
    }
    const summary =
      'integration' in agent ? agent.integration : 'A user who left';
    return {
      id: 'PEVENTS',
      type: 'events_api_v2_inbound_integration_reference',
      summary,
      self: null,
      html_url: null,
    };
  }

  user(user: User) {
    const { person } = user;
    return {
      ...this.userReference(user, 'user'),
      name: nameOf(user),
      email: person.email,
      time_zone: 'Etc/UTC',
      color: 'purple',
      avatar_url: null,
      billed: true,
      role: person.roles.includes('platform-admins') ? 'admin' : 'user',
      description: null,
      invitation_sent: false,
      job_title: person.title,
      teams: [],
      contact_methods: [],
      notification_rules: [],
      coordinated_incidents: [],
    };
  }

  policy(policy: Policy) {
    const { directory } = this;
    const targets = [
      this.scheduleReference(policy, 0, 'schedule_reference'),
      this.scheduleReference(policy, 1, 'schedule_reference'),
      this.userReference(policy.lead),
    ];
    return {
      ...this.policyReference(policy, 'escalation_policy'),
      name: policy.team.title,
      description: `Calls the team ${policy.team.name}.`,
      num_loops: 2,
      on_call_handoff_notifications: 'if_has_services',
      escalation_rules: targets.map((target, index) => ({
        id: `${policy.id}${index + 1}`,
        escalation_delay_in_minutes: 15,
        targets: [target],
      })),
      services: directory.services
        .filter(service => service.policy === policy)
        .map(service => this.serviceReference(service)),
      teams: [],
    };
  }

  schedule(policy: Policy, index: number) {
    const { rotation } = policy;
    return {
      ...this.scheduleReference(policy, index, 'schedule'),
      name: this.scheduleReference(policy, index, 'schedule').summary,
      time_zone: 'Etc/UTC',
      description: 'A week each, from Monday 09:00 UTC.',
      users: rotation.map(user => this.userReference(user)),
      escalation_policies: [this.policyReference(policy)],
      teams: [],
    };
  }

  service(service: Service) {
    const open = this.incidents
      .list()
      .filter(one => one.serviceId === service.id && one.status !== 'resolved');
    return {
      ...this.serviceReference(service, 'service'),
      name: service.name,
      description: service.description,
      created_at: '2024-03-04T09:00:00Z',
      updated_at: '2024-03-04T09:00:00Z',
      status: statusOf(open.map(one => one.status)),
      alert_creation: 'create_alerts_and_incidents',
      auto_resolve_timeout: null,
      acknowledgement_timeout: null,
      last_incident_timestamp: null,
      incident_urgency_rule: { type: 'constant', urgency: 'severity_based' },
      escalation_policy: this.policyReference(service.policy),
      teams: [],
      integrations: [
        {
          id: 'PEVENTS',
          type: 'events_api_v2_inbound_integration_reference',
          summary: 'Prometheus',
          self: null,
          html_url: null,
        },
      ],
      addons: [],
    };
  }

  onCall(entry: OnCall, include: string[]) {
    const { policy, level, scheduleId, user, shift } = entry;
    const index = policy.scheduleIds.indexOf(scheduleId ?? '');
    return {
      escalation_policy: include.includes('escalation_policies')
        ? this.policy(policy)
        : this.policyReference(policy),
      escalation_level: level,
      schedule: this.#schedule(policy, index, include.includes('schedules')),
      user: include.includes('users')
        ? this.user(user)
        : this.userReference(user),
      start: shift ? seconds(shift.startsAt) : null,
      end: shift ? seconds(shift.endsAt) : null,
    };
  }

  #schedule(policy: Policy, index: number, whole: boolean) {
    if (index < 0) return null;
    return whole
      ? this.schedule(policy, index)
      : this.scheduleReference(policy, index, 'schedule_reference');
  }
}

export function nameOf({ person }: User): string {
  return `${person.firstName} ${person.lastName}`;
}

/** ISO 8601 with seconds, as PagerDuty writes it. */
export function seconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function statusOf(open: string[]) {
  if (open.includes('triggered')) return 'critical';
  return open.length ? 'warning' : 'active';
}
