import type { Knex } from 'knex';
import { getOr, isEmbedded, pairsTable, type Pair } from './tables';

/** Digits of a class in the string that subjects are looked up in. */
const WIDTH = 6;

/** Subjects that count for the same buckets are one class, so that many of them are added up in the database. */
export class SubjectClasses {
  /** Classes by subject, counted from 1. */
  readonly #classes = new Map<number, number>();
  readonly #buckets: (readonly number[])[] = [];

  constructor(pairs: readonly Pair[]) {
    const bySubject = new Map<number, number[]>();
    for (const [subject, bucket] of pairs) {
      getOr(bySubject, subject, () => []).push(bucket);
    }
    const known = new Map<string, number>();
    for (const [subject, buckets] of bySubject) {
      const place = getOr(known, buckets.join(), () =>
        this.#buckets.push(buckets),
      );
      this.#classes.set(subject, place);
    }
  }

  /** What a class counts for. */
  bucketsOf(place: number): readonly number[] {
    return this.#buckets[place - 1];
  }

  /**
   * Rows of a table of sums with the `class` of their subject; those of other subjects are left out. SQLite would go
   * through a joined list for each row, so there a class is cut from a string, at the place of the subject.
   */
  rows(db: Knex, table: string | Knex.Raw): Knex.QueryBuilder {
    const sums = db.raw('? AS sums', [
      typeof table === 'string' ? db.ref(table) : table,
    ]);
    if (!isEmbedded(db)) {
      const pairs = [...this.#classes];
      return db
        .from(sums)
        .joinRaw('CROSS JOIN ?', [pairsTable(db, pairs)])
        .whereRaw('sums.subject_id = pairs.subject_id')
        .select('bucket as class')
        .groupBy('bucket');
    }
    const most = Math.max(0, ...this.#classes.keys());
    const places = Buffer.alloc(WIDTH * (most + 1), '0');
    for (const [subject, place] of this.#classes) {
      places.write(String(place).padStart(WIDTH, '0'), subject * WIDTH);
    }
    return db
      .from(sums)
      .select(
        db.raw(
          `CAST(CAST(substr(?, subject_id * ${WIDTH} + 1, ${WIDTH}) AS TEXT) AS INTEGER) AS class`,
          [places],
        ),
      )
      .groupBy('class')
      .having('class', '>', 0);
  }
}
