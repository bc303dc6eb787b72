/*
 * Bills as they came, who pays them, and sums for reading. Days are whole numbers (20261121), months too (202611).
 * Amounts are billionths of the currency's unit in 64 bits; read them with CAST(… AS TEXT), since a binary float
 * does not hold them. Where nothing else is said, they are in the base currency. Times are ISO 8601 in UTC.
 */

/**
 * A table whose key leads to all of it, which SQLite keeps once instead of twice.
 *
 * @param {import('knex').Knex} knex
 * @param {string} name
 * @param {string[]} columns
 * @param {string} key
 */
async function createKeyed(knex, name, columns, key) {
  const embedded = knex.client.config.client.includes('sqlite');
  await knex.raw(
    `CREATE TABLE ${name} (${[...columns, `PRIMARY KEY (${key})`].join(', ')})${
      embedded ? ' WITHOUT ROWID' : ''
    }`,
  );
}

const AMOUNTS = ['billed BIGINT NOT NULL', 'effective BIGINT NOT NULL'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // One row. Each day that is attributed anew raises the revision: what was read before it may be old.
  await knex.schema.createTable('cost_state', table => {
    table.integer('id').primary();
    table.integer('revision').notNullable();
    table.string('findings_at', 32); // last look for findings
  });
  await knex('cost_state').insert({ id: 1, revision: 0 });

  // Bills, comparisons, allocations and counts that modules have added; one that is gone from the config keeps its row.
  await knex.schema.createTable('cost_source', table => {
    table.string('id').primary();
    table.string('title').notNullable();
    table.string('kind', 16).notNullable(); // billed | estimated
    table.string('role', 16).notNullable(); // bill | comparison | allocation | units
    // Of two bills of one account the one with the lower position counts.
    table.integer('position').notNullable();
    table.boolean('active').notNullable();
    table.integer('restated_days').notNullable();
    table.string('recent_at', 32); // last time that the newest days were asked for with success
    table.string('last_attempt', 32);
    table.string('last_success', 32);
    table.text('last_error'); // null while all is well
    table.integer('failures').notNullable().defaultTo(0); // in a row
    table.string('not_before', 32); // left alone until then
    table.string('wanted_at', 32); // somebody asked for it to be collected now
  });

  // Pulls: those of the backfill are planned ahead and remembered, so that a new instance goes on.
  await knex.schema.createTable('cost_slice', table => {
    table.increments('id');
    table.string('source_id').notNullable();
    table.integer('from_day').notNullable();
    table.integer('to_day').notNullable();
    table.string('purpose', 16).notNullable(); // backfill | recent
    table.string('state', 16).notNullable(); // planned | done | failed
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('rows').notNullable().defaultTo(0);
    table.integer('requests').notNullable().defaultTo(0); // billed ones, of all attempts
    table.bigInteger('price').notNullable().defaultTo(0); // in price_currency
    table.string('price_currency', 3);
    table.text('version'); // what its rows were made of, as the provider names it
    table.integer('malformed').notNullable().defaultTo(0); // rows that could not be read
    table.text('problems'); // JSON: the first of them
    table.text('error');
    table.string('collected_at', 32);
    table.index(['source_id', 'state']);
  });

  // Days that a source has answered for. Zero rows: it had none.
  await createKeyed(
    knex,
    'cost_day',
    [
      'source_id VARCHAR(255) NOT NULL',
      'day INTEGER NOT NULL',
      'rows INTEGER NOT NULL',
      'collected_at VARCHAR(32) NOT NULL',
    ],
    'source_id, day',
  );

  // Days of the bill: written = attributed, and with what is known now, or they are to be attributed anew.
  await createKeyed(
    knex,
    'cost_ledger',
    [
      'day INTEGER NOT NULL',
      'written INTEGER NOT NULL',
      'attributed INTEGER NOT NULL',
      'attributed_with VARCHAR(64)', // catalog, rules, rates and bills then
      'outcome VARCHAR(64)', // what came of it, so that the same need not be written again
      'attributed_at VARCHAR(32)',
    ],
    'day',
  );

  // What is charged for.
  await knex.schema.createTable('cost_charge', table => {
    table.increments('id');
    table.string('hash', 64).notNullable().unique();
    table.string('source_id').notNullable();
    table.string('provider').notNullable();
    table.string('billing_account').notNullable();
    table.string('account_id');
    table.string('account_name');
    table.string('region');
    table.string('category').notNullable();
    table.string('service').notNullable();
    table.string('resource_id', 2048);
    table.string('resource_name', 1024);
    table.string('resource_type');
    table.string('charge_category', 16).notNullable();
    table.boolean('correction').notNullable();
    table.text('description');
    table.text('tags').notNullable(); // JSON
    table.string('currency', 3).notNullable();
    table.string('unit');
    table.index(['resource_id']);
  });

  // The bill itself, in its own currency.
  await createKeyed(
    knex,
    'cost_row',
    [
      'source_id VARCHAR(255) NOT NULL',
      'day INTEGER NOT NULL',
      'charge_id INTEGER NOT NULL',
      ...AMOUNTS,
      'list BIGINT',
      'contracted BIGINT',
      'quantity TEXT', // decimal
    ],
    'source_id, day, charge_id',
  );

  // Entities that costs are told of. 0 is nobody.
  await knex.schema.createTable('cost_subject', table => {
    table.increments('id');
    table.string('ref').notNullable().unique();
  });
  await knex('cost_subject').insert({ id: 0, ref: '' });

  // Who pays, and why; or why nobody does (subject 0).
  await knex.schema.createTable('cost_party', table => {
    table.increments('id');
    table.string('hash', 64).notNullable().unique();
    table.integer('subject_id').notNullable().index();
    table.string('kind', 16).notNullable(); // own | shared | unattributed
    table.string('basis', 16); // selector | rule | relation | shared
    table.string('rule'); // the rule that decided, or said that it is shared
    table.string('via'); // relation: the resource; shared: even | cost | share | allocation
    table.string('cause', 16); // unattributed: UnattributedCause
    table.text('found'); // unattributed: what stands where a name should be
  });

  // Who pays what of each row. The lines of a source and day add up to its rows.
  await createKeyed(
    knex,
    'cost_line',
    [
      'day INTEGER NOT NULL',
      'charge_id INTEGER NOT NULL',
      'party_id INTEGER NOT NULL',
      ...AMOUNTS,
    ],
    'day, charge_id, party_id',
  );
  await knex.schema.alterTable('cost_line', table => {
    table.index(['party_id', 'day'], 'cost_line_party');
  });

  // The bill's own sums, added up from its rows and never from its lines: what the lines have to add up to.
  await createKeyed(
    knex,
    'cost_bill',
    [
      'source_id VARCHAR(255) NOT NULL',
      'day INTEGER NOT NULL',
      'provider VARCHAR(255) NOT NULL',
      'billing_account VARCHAR(255) NOT NULL',
      'service VARCHAR(255) NOT NULL',
      'currency VARCHAR(3) NOT NULL',
      // counts | comparison | twice (another bill of the account counts) | no-rate (then the base amounts are 0)
      'standing VARCHAR(16) NOT NULL',
      'kind VARCHAR(16) NOT NULL', // billed | estimated
      'rows INTEGER NOT NULL',
      'billed_original BIGINT NOT NULL',
      'effective_original BIGINT NOT NULL',
      ...AMOUNTS,
    ],
    'source_id, day, provider, billing_account, service, currency',
  );
  await knex.schema.alterTable('cost_bill', table => {
    table.index(['day'], 'cost_bill_day');
  });

  // By what sums are split.
  await knex.schema.createTable('cost_group', table => {
    table.increments('id');
    table.string('hash', 64).notNullable().unique();
    table.string('kind', 16).notNullable(); // own | shared | estimated | unattributed
    table.string('cause', 16); // of subject 0, also where it is estimated
    table.string('provider').notNullable();
    table.string('account_id');
    table.string('account_name');
    table.string('category').notNullable();
    table.string('environment');
  });

  await createKeyed(
    knex,
    'cost_daily',
    [
      'subject_id INTEGER NOT NULL',
      'day INTEGER NOT NULL',
      'group_id INTEGER NOT NULL',
      ...AMOUNTS,
    ],
    'subject_id, day, group_id',
  );
  await knex.schema.alterTable('cost_daily', table => {
    table.index(['day'], 'cost_daily_day');
  });
  await createKeyed(
    knex,
    'cost_monthly',
    [
      'subject_id INTEGER NOT NULL',
      'month INTEGER NOT NULL',
      'group_id INTEGER NOT NULL',
      ...AMOUNTS,
      'parts INTEGER NOT NULL', // daily rows in it
    ],
    'subject_id, month, group_id',
  );
  await knex.schema.alterTable('cost_monthly', table => {
    table.index(['month'], 'cost_monthly_month');
  });
  // For lists: a day by entity, and a day by group over all entities. Estimated amounts stand in columns of their own.
  await createKeyed(
    knex,
    'cost_daily_total',
    [
      'day INTEGER NOT NULL',
      'subject_id INTEGER NOT NULL',
      ...AMOUNTS,
      'estimated BIGINT NOT NULL', // effective, in neither of the two before
    ],
    'day, subject_id',
  );
  await createKeyed(
    knex,
    'cost_daily_group',
    ['day INTEGER NOT NULL', 'group_id INTEGER NOT NULL', ...AMOUNTS],
    'day, group_id',
  );

  // Clusters: what workloads asked for, at prices that only say proportions; idle is what none asked for.
  await knex.schema.createTable('cost_workload', table => {
    table.increments('id');
    table.string('hash', 64).notNullable().unique();
    table.string('source_id').notNullable();
    table.string('kind', 16).notNullable(); // workload | idle
    table.string('cluster').notNullable();
    table.string('environment');
    table.string('namespace');
    table.string('controller');
    table.string('service');
    table.text('labels').notNullable(); // JSON
  });
  await createKeyed(
    knex,
    'cost_allocation',
    [
      'source_id VARCHAR(255) NOT NULL',
      'day INTEGER NOT NULL',
      'workload_id INTEGER NOT NULL',
      'requested BIGINT NOT NULL', // of idle: the idle amount
      'used BIGINT NOT NULL',
      'shared BIGINT NOT NULL',
    ],
    'source_id, day, workload_id',
  );

  // What cost is divided by.
  await createKeyed(
    knex,
    'cost_unit',
    [
      'source_id VARCHAR(255) NOT NULL',
      'unit VARCHAR(64) NOT NULL',
      'subject_id INTEGER NOT NULL',
      'day INTEGER NOT NULL',
      'count DOUBLE PRECISION NOT NULL',
    ],
    'unit, subject_id, day, source_id',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'cost_unit',
    'cost_allocation',
    'cost_workload',
    'cost_daily_group',
    'cost_daily_total',
    'cost_monthly',
    'cost_daily',
    'cost_group',
    'cost_bill',
    'cost_line',
    'cost_party',
    'cost_subject',
    'cost_row',
    'cost_charge',
    'cost_ledger',
    'cost_day',
    'cost_slice',
    'cost_source',
    'cost_state',
  ]) {
    await knex.schema.dropTable(table);
  }
};
