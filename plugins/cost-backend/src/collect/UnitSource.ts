import type { DaySlice, UnitProvider } from '@portico/plugin-cost-node';
import type { SubjectIds } from '../store/SubjectIds';
import type { CostSubjects } from '../subjects/CostSubjects';
import type { DayRows, PulledSlice, Source } from './Source';

/** A catalog that has been the same for so long is taken for filled. */
const SETTLED_MS = 60_000;

/** What cost is divided by. */
export class UnitSource implements Source {
  readonly id: string;
  readonly title: string;
  readonly kind = 'estimated';
  readonly role = 'units';
  /** Metrics of a day may come late, but not much. */
  readonly restatedDays = 2;
  readonly sliceDays: number;
  readonly table = {
    name: 'cost_unit',
    columns: { unit: 'text', subject_id: 'int', count: 'float' },
  } as const;
  readonly #provider: UnitProvider;
  readonly #subjects: CostSubjects;
  readonly #ids: SubjectIds;
  readonly #now: () => Date;
  #seen?: { components: string; since: number };
  #ready = false;

  constructor(
    provider: UnitProvider,
    options: { subjects: CostSubjects; ids: SubjectIds; now: () => Date },
  ) {
    this.id = provider.id;
    this.title = provider.title;
    this.sliceDays = provider.sliceDays;
    this.#provider = provider;
    this.#subjects = options.subjects;
    this.#ids = options.ids;
    this.#now = options.now;
  }

  /** At the first start the catalog is being filled; what is not in it yet would be counted on no past day. */
  async isReady(): Promise<boolean> {
    if (this.#ready) return true;
    const components = (await this.#subjects.catalog()).components().join();
    const now = this.#now().getTime();
    if (this.#seen?.components !== components) {
      this.#seen = { components, since: now };
    }
    this.#ready = components !== '' && now - this.#seen.since >= SETTLED_MS;
    return this.#ready;
  }

  priceOf() {
    return { requests: 1 };
  }

  async pull(slice: DaySlice, signal: AbortSignal): Promise<PulledSlice> {
    const { byRef } = await this.#subjects.catalog();
    const subjects = [...byRef.values()]
      .filter(({ kind }) => kind === 'component')
      .map(({ ref, name, annotations }) => ({
        entityRef: ref,
        name,
        annotations,
      }));
    const counts = await this.#provider.pull(slice, { signal, subjects });
    const ids = await this.#ids.of(counts.map(it => it.entityRef));
    const days = new Map<string, Map<number, number>>();
    for (const { day, entityRef, count } of counts) {
      const known = days.get(day) ?? new Map<number, number>();
      days.set(day, known);
      const id = ids.get(entityRef)!;
      known.set(id, (known.get(id) ?? 0) + Number(count));
    }
    return {
      days: new Map(
        [...days].map(([day, rows]): [string, DayRows] => [
          day,
          [...rows].map(([id, count]) => [this.#provider.unit, id, count]),
        ]),
      ),
      malformed: 0,
      problems: [],
    };
  }
}
