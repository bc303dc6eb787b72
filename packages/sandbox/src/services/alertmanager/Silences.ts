import { randomUUID } from 'node:crypto';
import type { Collection, Kit, ServiceName } from '../../kit';
import { AlertmanagerError } from './AlertmanagerError';
import { matchesAll, matchesValue, regexpProblem } from './matchers';
import type { PostedSilence } from './readSilence';
import type { Labels, Matcher, Silence, SilenceState } from './types';

/** How long an expired silence can still be seen: Alertmanager's default of 120 hours. */
const RETENTION_MS = 120 * 3_600_000;
const ORDER: SilenceState[] = ['active', 'pending', 'expired'];

/** Who has muted what, and until when. */
export class Silences {
  readonly #silences: Collection<Silence>;
  readonly #kit: Kit;

  /** @param service whose they are */
  constructor(kit: Kit, service: ServiceName = 'alertmanager') {
    this.#kit = kit;
    this.#silences = kit.store.collection(service, 'silences');
  }

  get(id: string): Silence | undefined {
    return this.#silences.get(id);
  }

  /** Active ones first, those that end soonest leading; expired ones last, newest leading. */
  list(): Silence[] {
    const rank = (silence: Silence) => ORDER.indexOf(this.stateOf(silence));
    return this.#silences.list().sort((a, b) => {
      const byState = rank(a) - rank(b);
      if (byState !== 0) return byState;
      switch (this.stateOf(a)) {
        case 'active':
          return a.endsAt - b.endsAt;
        case 'pending':
          return a.startsAt - b.startsAt;
        default:
          return b.endsAt - a.endsAt;
      }
    });
  }

  stateOf({ startsAt, endsAt }: Silence): SilenceState {
    const now = this.#now();
    if (now < startsAt) return 'pending';
    return now < endsAt ? 'active' : 'expired';
  }

  /** Ids of those that mute these labels now. */
  muting(labels: Labels): string[] {
    return this.list()
      .filter(
        one =>
          this.stateOf(one) === 'active' && matchesAll(one.matchers, labels),
      )
      .map(({ id }) => id)
      .sort();
  }

  /**
   * Makes one, or changes the one with that id. What can't be changed in place, such as its matchers,
   * expires and is made anew under a new id.
   *
   * @throws AlertmanagerError 400 or 404
   */
  set(posted: PostedSilence): Silence {
    const now = this.#now();
    if (posted.startsAt >= posted.endsAt) {
      throw new AlertmanagerError(
        400,
        'Failed to create silence: start time must be before end time',
      );
    }
    if (posted.endsAt < now) {
      throw new AlertmanagerError(
        400,
        "Failed to create silence: end time can't be in the past",
      );
    }
    const known = posted.id ? this.#silences.get(posted.id) : undefined;
    if (posted.id && !known) {
      throw new AlertmanagerError(404, 'silence not found');
    }
    validate(posted.matchers);
    if (known && this.#canUpdate(known, posted)) {
      return this.#silences.put(known.id, {
        ...known,
        ...posted,
        id: known.id,
        updatedAt: now,
      });
    }
    if (known) this.expire(known.id);
    const id = randomUUID();
    return this.#silences.put(id, {
      ...posted,
      id,
      startsAt: Math.max(posted.startsAt, now),
      updatedAt: now,
    });
  }

  /** Ends it now; one that has ended stays as it is. @throws AlertmanagerError 404 */
  expire(id: string): void {
    const silence = this.#silences.get(id);
    if (!silence) throw new AlertmanagerError(404, undefined);
    const now = this.#now();
    if (silence.endsAt <= now) return;
    this.#silences.put(id, {
      ...silence,
      startsAt: Math.min(silence.startsAt, now),
      endsAt: now,
      updatedAt: now,
    });
  }

  collectGarbage(): void {
    for (const { id, endsAt } of this.#silences.list()) {
      if (endsAt < this.#now() - RETENTION_MS) this.#silences.delete(id);
    }
  }

  #canUpdate(known: Silence, next: PostedSilence): boolean {
    if (JSON.stringify(known.matchers) !== JSON.stringify(next.matchers)) {
      return false;
    }
    switch (this.stateOf(known)) {
      case 'active':
        return seconds(known.startsAt) === seconds(next.startsAt);
      case 'pending':
        return next.startsAt >= this.#now();
      default:
        return false;
    }
  }

  #now() {
    return this.#kit.clock.now().getTime();
  }
}

function seconds(time: number) {
  return Math.floor(time / 1000);
}

function validate(matchers: Matcher[]) {
  matchers.forEach(({ name, value, isRegex }, index) => {
    const refuse = (why: string) =>
      new AlertmanagerError(
        400,
        `silence invalid: invalid label matcher ${index}: ${why}`,
      );
    if (!/^[a-zA-Z_]\w*$/.test(name)) {
      throw refuse(`invalid label name ${JSON.stringify(name)}`);
    }
    const problem = isRegex && regexpProblem(value, value);
    if (problem) {
      throw refuse(
        `invalid regular expression ${JSON.stringify(value)}: ${problem}`,
      );
    }
  });
  if (matchers.every(matcher => matchesValue(matcher, ''))) {
    throw new AlertmanagerError(
      400,
      'silence invalid: at least one matcher must not match the empty string',
    );
  }
}
