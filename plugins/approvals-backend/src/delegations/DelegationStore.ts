import type { Knex } from 'knex';

/** Somebody who decides for somebody who is away. */
export interface StoredDelegation {
  id: string;
  from: string;
  to: string;
  startsAt: Date;
  endsAt: Date;
  note?: string;
}

interface Row {
  id: string;
  from_person: string;
  to_person: string;
  starts_at: Date | number;
  ends_at: Date | number;
  note: string | null;
}

/** Keeps absences. */
export class DelegationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async insert(delegation: StoredDelegation): Promise<void> {
    await this.#rows().insert({
      id: delegation.id,
      from_person: delegation.from,
      to_person: delegation.to,
      starts_at: delegation.startsAt,
      ends_at: delegation.endsAt,
      note: delegation.note ?? null,
    });
  }

  /** Those in force. */
  async active(now: Date): Promise<StoredDelegation[]> {
    const rows = await this.#rows()
      .where('starts_at', '<=', now)
      .where('ends_at', '>', now);
    return rows.map(toDelegation);
  }

  /** Those of a person, either way, that have not ended. */
  async ofPerson(person: string, now: Date): Promise<StoredDelegation[]> {
    const rows = await this.#rows()
      .where('ends_at', '>', now)
      .where(any =>
        any.where({ from_person: person }).orWhere({ to_person: person }),
      )
      .orderBy('starts_at');
    return rows.map(toDelegation);
  }

  /** @returns false if this person has given no such delegation */
  async remove(id: string, from: string): Promise<boolean> {
    return (await this.#rows().where({ id, from_person: from }).delete()) > 0;
  }

  #rows() {
    return this.#knex<Row>('approval_delegations');
  }
}

function toDelegation(row: Row): StoredDelegation {
  return {
    id: row.id,
    from: row.from_person,
    to: row.to_person,
    startsAt: new Date(row.starts_at),
    endsAt: new Date(row.ends_at),
    note: row.note ?? undefined,
  };
}
