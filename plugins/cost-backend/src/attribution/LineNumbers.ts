import type { Knex } from 'knex';
import type { Dictionary } from '../store/Dictionary';
import {
  groupDictionary,
  partyDictionary,
  type Group,
  type Party,
} from '../store/dictionaries';
import { SubjectIds } from '../store/SubjectIds';
import type { DayOutcome } from './attributeDay';
import type { NumberedLine } from './writeDay';

/** Gives lines the numbers of those who pay, and of what they are grouped by. */
export class LineNumbers {
  readonly #subjects: SubjectIds;
  readonly #parties: Dictionary<Party>;
  readonly #groups: Dictionary<Group>;

  constructor(db: Knex) {
    this.#subjects = new SubjectIds(db);
    this.#parties = partyDictionary(db);
    this.#groups = groupDictionary(db);
  }

  async of({ lines }: DayOutcome): Promise<NumberedLine[]> {
    const refs = lines.map(({ party }) => party.entityRef ?? '');
    const subjects = await this.#subjects.of(refs);
    const subjectIds = refs.map(ref => subjects.get(ref)!);
    const parties = await this.#parties.idsOf(
      lines.map(({ party }, index) => ({
        ...party,
        subjectId: subjectIds[index],
      })),
    );
    const groups = await this.#groups.idsOf(lines.map(({ group }) => group));
    return lines.map(({ chargeId, group, billed, effective }, index) => ({
      chargeId,
      partyId: parties[index],
      subjectId: subjectIds[index],
      groupId: groups[index],
      estimated: group.kind === 'estimated',
      billed,
      effective,
    }));
  }
}
