import type { Clock, Collection, Store } from '../kit';
import type { Incident, IncidentKind, Incidents } from './Incident';
import { IncidentError } from './IncidentError';
import { INCIDENT_KINDS, isIncidentKind } from './incidentKinds';

/** Incidents in the store: they survive a restart, and a reset takes them away. */
export class StoredIncidents implements Incidents {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #collection: Collection<Incident>;
  readonly #components: () => string[];
  readonly #listeners = new Set<(incident: Incident) => void>();

  /** @param options.components names of all that an incident can befall */
  constructor(options: {
    kit: { store: Store; clock: Clock };
    components: () => string[];
  }) {
    const { store, clock } = options.kit;
    this.#store = store;
    this.#clock = clock;
    this.#collection = store.collection('control', 'incidents');
    this.#components = options.components;
  }

  /** Writes down those that the world tells of; nobody is told. */
  seed(incidents: Omit<Incident, 'id'>[]): void {
    this.#store.transaction(() => {
      for (const incident of incidents) this.#put(incident);
    });
  }

  of(component: string, after: number, until: number): Incident[] {
    return this.#collection
      .filter(
        one =>
          one.component === component &&
          one.startedAt <= until &&
          (one.endedAt ?? Infinity) > after,
      )
      .sort((a, b) => a.startedAt - b.startedAt);
  }

  open(): Incident[] {
    return this.#collection.filter(one => one.endedAt === undefined);
  }

  /** All of them, oldest first. */
  list(): Incident[] {
    return this.#collection
      .list()
      .sort((a, b) => a.startedAt - b.startedAt || Number(a.id) - Number(b.id));
  }

  /** What an incident can befall, by name. */
  components(): string[] {
    return this.#components();
  }

  start(kind: IncidentKind, component: string): Incident {
    if (!isIncidentKind(kind)) {
      const kinds = Object.keys(INCIDENT_KINDS).join(', ');
      throw new IncidentError(
        400,
        `'kind' must be one of ${kinds}, not ${shown(kind)}`,
      );
    }
    if (!this.#components().includes(component)) {
      throw new IncidentError(
        400,
        `'component' must name one that runs in production, e.g. orders, not ${shown(
          component,
        )}`,
      );
    }
    const same = this.open().find(
      one => one.kind === kind && one.component === component,
    );
    if (same) {
      throw new IncidentError(
        409,
        `'${kind}' of ${component} is under way already, as incident ${same.id}`,
      );
    }
    const startedAt = this.#clock.now().getTime();
    const incident = this.#put({ kind, component, startedAt });
    this.#tell(incident);
    return incident;
  }

  end(id: string): Incident {
    const known = this.#collection.get(id);
    if (!known) throw new IncidentError(404, `There is no incident '${id}'`);
    if (known.endedAt !== undefined) {
      throw new IncidentError(409, `Incident ${id} is over already`);
    }
    const endedAt = this.#clock.now().getTime();
    const incident = this.#collection.put(id, { ...known, endedAt });
    this.#tell(incident);
    return incident;
  }

  subscribe(listener: (incident: Incident) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(incident: Omit<Incident, 'id'>): Incident {
    const id = String(this.#store.nextNumber('control', 'incidents'));
    return this.#collection.put(id, { id, ...incident });
  }

  #tell(incident: Incident) {
    for (const listener of [...this.#listeners]) listener(incident);
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
