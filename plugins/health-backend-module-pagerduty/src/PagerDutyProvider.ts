import type {
  HealthCollection,
  HealthGap,
  HealthProvider,
  HealthSubject,
} from '@portico/plugin-health-node';
import { PAGE, type PagerDutyClient } from './client/PagerDutyClient';
import type { Incident, OnCallEntry, Service } from './client/types';
import type { People } from './directory/People';
import { ServiceDirectory } from './directory/ServiceDirectory';
import { serviceIdsOf } from './directory/serviceIds';
import { INCIDENTS, incidentSignal } from './signals/incidentSignal';
import { onCallOf } from './signals/onCallOf';

/** The other part of what is asked for: if it is silent, incidents are known all the same. */
const ON_CALL = 'on-call';

interface Call {
  signal: AbortSignal;
  now: Date;
  onAttempt: () => void;
}

/** Open incidents and who is on call: a list of each for a hundred services. */
export class PagerDutyProvider implements HealthProvider {
  readonly id = 'pagerduty';
  readonly title = 'PagerDuty';
  readonly instances = [INCIDENTS, ON_CALL];
  readonly #client: PagerDutyClient;
  readonly #people: People;
  readonly #services: ServiceDirectory;

  constructor(client: PagerDutyClient, people: People) {
    this.#client = client;
    this.#people = people;
    this.#services = new ServiceDirectory(client);
  }

  appliesTo(subject: HealthSubject): boolean {
    return serviceIdsOf(subject).length > 0;
  }

  async collect(
    subjects: HealthSubject[],
    { signal, now }: { signal: AbortSignal; now: Date },
  ): Promise<HealthCollection> {
    const collection: Required<Omit<HealthCollection, 'deploys'>> = {
      signals: new Map(),
      gaps: [],
      onCall: new Map(),
      requests: 0,
    };
    const onAttempt = () => {
      collection.requests += 1;
    };
    const call = { signal, now, onAttempt };
    const [incidents, onCall] = await Promise.allSettled([
      this.#addIncidents(collection, subjects, call),
      this.#addOnCall(collection, subjects, call),
    ]);
    if (incidents.status === 'rejected') throw incidents.reason;
    if (onCall.status === 'rejected') {
      signal.throwIfAborted();
      collection.gaps.push({
        instance: ON_CALL,
        message: `Who is on call is not known: ${onCall.reason.message}`,
      });
    }
    return collection;
  }

  /** @throws where no part of the list came */
  async #addIncidents(
    { signals, gaps }: HealthCollection,
    subjects: HealthSubject[],
    call: Call,
  ) {
    const parts = inParts([...new Set(subjects.flatMap(serviceIdsOf))]);
    const answers = await Promise.allSettled(
      parts.map(ids => this.#client.openIncidents(ids, call)),
    );
    const failed = answers.filter(isRejected);
    if (failed.length > 0 && failed.length === parts.length) {
      throw failed[0].reason;
    }
    const byService = new Map<string, Incident[]>();
    answers.forEach((answer, index) => {
      if (isRejected(answer)) {
        gaps.push(gapOf(answer.reason, subjects, parts[index]));
        return;
      }
      for (const incident of answer.value) {
        const { id } = incident.service;
        byService.set(id, [...(byService.get(id) ?? []), incident]);
      }
    });
    for (const subject of subjects) {
      const own = serviceIdsOf(subject).flatMap(id => byService.get(id) ?? []);
      if (own.length === 0) continue;
      signals.set(
        subject.entityRef,
        own.map(incident => incidentSignal(incident, call.now)),
      );
    }
  }

  async #addOnCall(
    { gaps, onCall }: HealthCollection,
    subjects: HealthSubject[],
    call: Call,
  ) {
    const services = await this.#services.read(call);
    const policies = new Map<HealthSubject, Set<string>>();
    for (const subject of subjects) {
      const ids = serviceIdsOf(subject);
      const known = ids.flatMap(id => services.get(id) ?? []);
      policies.set(subject, new Set(known.map(policyIdOf)));
      const unknown = ids.filter(id => !services.has(id));
      if (unknown.length > 0) {
        gaps.push({
          entityRefs: [subject.entityRef],
          instance: ON_CALL,
          message: `PagerDuty has no service ${unknown.join(
            ', ',
          )}: copy the id from the address of the service's page into pagerduty.com/service-id.`,
        });
      }
    }
    const wanted = new Set([...policies.values()].flatMap(ids => [...ids]));
    const entries = await this.#onCallEntries([...wanted], call);
    const people = await this.#people.find(
      entries.flatMap(({ user }) => user.email ?? []),
      call.now,
    );
    for (const [{ entityRef }, ids] of policies) {
      const called = onCallOf(entries, ids, people);
      if (called.length > 0) onCall?.set(entityRef, called);
    }
  }

  async #onCallEntries(ids: string[], call: Call): Promise<OnCallEntry[]> {
    const lists = await Promise.all(
      inParts(ids).map(part => this.#client.onCalls(part, call)),
    );
    return lists.flat();
  }
}

function policyIdOf({ escalation_policy: policy }: Service): string {
  return policy.id;
}

function inParts(ids: string[]): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < ids.length; at += PAGE) {
    parts.push(ids.slice(at, at + PAGE));
  }
  return parts;
}

function isRejected(
  answer: PromiseSettledResult<unknown>,
): answer is PromiseRejectedResult {
  return answer.status === 'rejected';
}

function gapOf(
  reason: Error,
  subjects: HealthSubject[],
  ids: string[],
): HealthGap {
  const concerned = subjects.filter(subject =>
    serviceIdsOf(subject).some(id => ids.includes(id)),
  );
  return {
    entityRefs: concerned.map(({ entityRef }) => entityRef),
    instance: INCIDENTS,
    message: reason.message,
  };
}
