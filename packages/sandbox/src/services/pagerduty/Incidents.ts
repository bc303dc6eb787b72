import { randomBytes } from 'node:crypto';
import type { Collection, Kit } from '../../kit';
import type { Directory, Service } from './directory/Directory';
import { PagerDutyError } from './PagerDutyError';
import type { Agent, Incident, IncidentStatus, LogEntry } from './types';

/** The account is not new: numbers go on from here. */
const FIRST_NUMBER = 4411;

/** Incidents and what happens to them. */
export class Incidents {
  readonly #incidents: Collection<Incident>;
  readonly #kit: Kit;
  readonly #directory: Directory;

  constructor(kit: Kit, directory: Directory) {
    this.#kit = kit;
    this.#directory = directory;
    this.#incidents = kit.store.collection('pagerduty', 'incidents');
  }

  /** Oldest first. */
  list(): Incident[] {
    return this.#incidents.list();
  }

  /** @throws PagerDutyError 404 */
  get(id: string): Incident {
    const incident = this.#incidents.get(id);
    if (!incident) throw PagerDutyError.notFound();
    return incident;
  }

  /** The one of a service that is open and has this key. */
  openWithKey(serviceId: string, key: string): Incident | undefined {
    return this.#incidents.find(
      one =>
        one.serviceId === serviceId &&
        one.key === key &&
        one.status !== 'resolved',
    );
  }

  /** Opens one, assigned to whoever is on call first. */
  open(
    service: Service,
    what: Pick<Incident, 'title' | 'key' | 'urgency' | 'details'>,
    by: Agent,
  ): Incident {
    const now = this.#kit.clock.timestamp();
    const number =
      FIRST_NUMBER + this.#kit.store.nextNumber('pagerduty', 'incident');
    const incident: Incident = {
      ...what,
      id: newId('Q'),
      number,
      serviceId: service.id,
      status: 'triggered',
      createdAt: now,
      updatedAt: now,
      changedAt: now,
      changedBy: by,
      level: 1,
      assignees: this.#assignees(service, 1),
      acknowledgements: [],
      triggers: 1,
      notes: [],
      log: [this.#entry('trigger', by, 'Triggered')],
      responderRequests: [],
    };
    return this.#incidents.put(incident.id, incident);
  }

  /** Another event with the key of an incident that is open. */
  triggerAgain(id: string, by: Agent): Incident {
    return this.#change(id, incident => ({
      ...incident,
      triggers: incident.triggers + 1,
      log: [...incident.log, this.#entry('trigger', by, 'Triggered again')],
    }));
  }

  /** @throws PagerDutyError 400 where it is resolved already */
  setStatus(
    id: string,
    status: IncidentStatus,
    by: Agent,
    resolution?: string,
  ): Incident {
    if (this.get(id).status === 'resolved') {
      throw PagerDutyError.invalid('Incident Already Resolved');
    }
    const now = this.#kit.clock.timestamp();
    return this.#change(id, incident => {
      const changed = {
        ...incident,
        status,
        changedAt: now,
        changedBy: by,
      };
      switch (status) {
        case 'acknowledged':
          return {
            ...changed,
            acknowledgements: [...incident.acknowledgements, { by, at: now }],
            assignees:
              'userId' in by
                ? [{ userId: by.userId, at: now }]
                : incident.assignees,
            log: [
              ...incident.log,
              this.#entry('acknowledge', by, 'Acknowledged'),
            ],
          };
        case 'resolved':
          return {
            ...changed,
            resolvedAt: now,
            assignees: [],
            acknowledgements: [],
            log: [
              ...incident.log,
              this.#entry('resolve', by, resolution ?? 'Resolved'),
            ],
          };
        default:
          return { ...changed, acknowledgements: [] };
      }
    });
  }

  /** Calls whoever is at that level of the escalation policy. */
  escalate(id: string, level: number, by: Agent): Incident {
    const service = this.#directory.service(this.get(id).serviceId);
    if (!service) throw PagerDutyError.notFound();
    const assignees = this.#assignees(service, level);
    if (assignees.length === 0) {
      throw PagerDutyError.invalid('Escalation level is out of range');
    }
    return this.#change(id, incident => ({
      ...incident,
      level,
      status: 'triggered',
      assignees,
      acknowledgements: [],
      log: [
        ...incident.log,
        this.#entry('assign', by, `Escalated to level ${level}`),
      ],
    }));
  }

  rename(id: string, change: Partial<Pick<Incident, 'title' | 'urgency'>>) {
    return this.#change(id, incident => ({ ...incident, ...change }));
  }

  addNote(id: string, userId: string, content: string) {
    this.get(id);
    const note = {
      id: newId('P'),
      userId,
      content,
      at: this.#kit.clock.timestamp(),
    };
    this.#change(id, incident => ({
      ...incident,
      notes: [...incident.notes, note],
      log: [...incident.log, this.#entry('annotate', { userId }, content)],
    }));
    return note;
  }

  addResponderRequest(
    id: string,
    request: Omit<Incident['responderRequests'][number], 'requestedAt'>,
  ) {
    this.get(id);
    const made = { ...request, requestedAt: this.#kit.clock.timestamp() };
    this.#change(id, incident => ({
      ...incident,
      responderRequests: [...incident.responderRequests, made],
    }));
    return made;
  }

  #change(id: string, change: (incident: Incident) => Incident): Incident {
    const updatedAt = this.#kit.clock.timestamp();
    return this.#incidents.update(id, incident => ({
      ...change(incident),
      updatedAt,
    }));
  }

  #assignees({ policy }: Service, level: number) {
    const now = this.#kit.clock.now().getTime();
    const at = this.#kit.clock.timestamp();
    return this.#directory
      .onCalls(policy, now, now)
      .filter(one => one.level === level)
      .map(({ user }) => ({ userId: user.id, at }));
  }

  #entry(type: LogEntry['type'], by: Agent, summary: string): LogEntry {
    const at = this.#kit.clock.timestamp();
    return { id: newId('R'), type, at, by, summary };
  }
}

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A letter and thirteen characters, as newer ids at PagerDuty have. */
function newId(letter: string): string {
  const random = [...randomBytes(13)].map(byte => ALPHABET[byte % 36]);
  return letter + random.join('');
}
