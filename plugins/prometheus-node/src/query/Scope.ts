import type { Labels } from '../client/answer';
import type { Matcher } from '../selector/Matcher';
import { formatMatchers, literally } from '../selector/quote';

/** Up to so many values are asked for by name; beyond that, for all that the server has. */
const MOST_NAMED = 200;
const SEPARATOR = '\u0000';

/**
 * Entities that one expression answers for, told apart by labels of the result. Those with equality matchers of the
 * same labels share a scope (`sum by (service)`); one with other matchers has its own, whose result has no such label.
 */
export class Scope {
  /** Entities whose matchers are all equalities, of the same labels. */
  static shared(
    labels: readonly string[],
    members: ReadonlyMap<string, readonly string[]>,
    isPart = false,
  ): Scope {
    return new Scope(labels, members, [], isPart);
  }

  /** Entities that have the same matchers of any kind. */
  static single(
    matchers: readonly Matcher[],
    entityRefs: readonly string[],
  ): Scope {
    return new Scope([], new Map([['', entityRefs]]), matchers, false);
  }

  static keyOf(values: readonly string[]): string {
    return values.join(SEPARATOR);
  }

  /** By which the result is grouped, sorted; empty for a single one. */
  readonly labels: readonly string[];
  readonly #members: ReadonlyMap<string, readonly string[]>;
  readonly #matchers: readonly Matcher[];
  readonly #isPart: boolean;

  private constructor(
    labels: readonly string[],
    members: ReadonlyMap<string, readonly string[]>,
    matchers: readonly Matcher[],
    isPart: boolean,
  ) {
    this.labels = labels;
    this.#members = members;
    this.#matchers = matchers;
    this.#isPart = isPart;
  }

  get entityRefs(): string[] {
    return [...this.#members.values()].flat();
  }

  /** Labels that its matchers ask for. */
  get askedLabels(): readonly string[] {
    return this.isSingle ? this.#matchers.map(it => it.label) : this.labels;
  }

  /** Whether only one expression for one selector is in it. */
  get isSingle(): boolean {
    return this.labels.length === 0;
  }

  /** Whose sample it is; empty for what the catalog does not have. */
  refsOf(labels: Labels): readonly string[] {
    const key = Scope.keyOf(this.labels.map(label => labels[label] ?? ''));
    return this.#members.get(key) ?? [];
  }

  /** `metric{…}` for all of them. */
  select(metric: string, extra: readonly Matcher[] = []): string {
    return `${metric}{${formatMatchers([...this.#ownMatchers(), ...extra])}}`;
  }

  /** Two scopes with half of the entities each; undefined where there is but one. */
  halves(): [Scope, Scope] | undefined {
    if (this.isSingle || this.#members.size < 2) return undefined;
    const members = [...this.#members];
    const middle = Math.ceil(members.length / 2);
    return [
      Scope.shared(this.labels, new Map(members.slice(0, middle)), true),
      Scope.shared(this.labels, new Map(members.slice(middle)), true),
    ];
  }

  /** The same for some of the entities; undefined where none of them is in it. */
  only(entityRefs: ReadonlySet<string>): Scope | undefined {
    const members = new Map<string, string[]>();
    for (const [key, refs] of this.#members) {
      const kept = refs.filter(ref => entityRefs.has(ref));
      if (kept.length > 0) members.set(key, kept);
    }
    if (members.size === 0) return undefined;
    return new Scope(this.labels, members, this.#matchers, true);
  }

  #ownMatchers(): readonly Matcher[] {
    if (this.isSingle) return this.#matchers;
    const byName = this.#isPart || this.#members.size <= MOST_NAMED;
    return this.labels.map((label, index) =>
      byName && index === 0
        ? { label, operator: '=~', value: this.#anyOf(index) }
        : { label, operator: '!=', value: '' },
    );
  }

  #anyOf(index: number): string {
    const values = [...this.#members.keys()].map(
      key => key.split(SEPARATOR)[index],
    );
    return [...new Set(values)].sort().map(literally).join('|');
  }
}
