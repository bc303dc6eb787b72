import type { Knex } from 'knex';

/** Lines (`l`) with who pays (`p`, `s`), what for (`c`), and the row that they are parts of (`r`), for its quantity. */
export function usageLines(db: Knex): Knex.QueryBuilder {
  return db('cost_line as l')
    .join('cost_party as p', 'p.id', 'l.party_id')
    .join('cost_charge as c', 'c.id', 'l.charge_id')
    .join('cost_subject as s', 's.id', 'p.subject_id')
    .leftJoin('cost_row as r', join =>
      join
        .on('r.source_id', 'c.source_id')
        .on('r.day', 'l.day')
        .on('r.charge_id', 'l.charge_id'),
    );
}
