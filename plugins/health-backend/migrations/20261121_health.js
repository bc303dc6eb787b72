/** What providers said last, the verdicts from it, and their history. Times are ISO 8601 in UTC, so that they sort as text. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // One row. Who writes raises the revision that they have read; who comes second begins again.
  await knex.schema.createTable('health_state', table => {
    table.integer('id').primary();
    table.integer('revision').notNullable();
    // Rows were deleted then: who knows less reads all again.
    table.integer('removed_revision').notNullable();
    table.string('as_of', 32);
  });
  await knex('health_state').insert({
    id: 1,
    revision: 0,
    removed_revision: 0,
  });
  await knex.schema.createTable('health_runs', table => {
    table.string('provider').primary();
    table.text('run').notNullable();
  });
  await knex.schema.createTable('health_signals', table => {
    table.string('provider').notNullable();
    table.string('entity_ref').notNullable();
    table.text('entry').notNullable();
    table.integer('revision').notNullable().index();
    table.primary(['provider', 'entity_ref']);
    table.index(['entity_ref']);
  });
  await knex.schema.createTable('health_verdicts', table => {
    table.string('entity_ref').primary();
    table.text('summary').notNullable();
    table.text('recent');
    // What the next look needs to know of this one.
    table.text('memory').notNullable();
    table.integer('revision').notNullable().index();
  });
  await knex.schema.createTable('health_periods', table => {
    table.increments('id');
    table.string('entity_ref').notNullable();
    table.string('state', 16).notNullable();
    table.text('headline').notNullable();
    table.string('from_at', 32).notNullable();
    table.string('until_at', 32).index();
    table.index(['entity_ref', 'from_at']);
  });
  // Times in which nobody collected.
  await knex.schema.createTable('health_holes', table => {
    table.increments('id');
    table.string('from_at', 32).notNullable();
    table.string('until_at', 32).notNullable().index();
  });
  await knex.schema.createTable('health_events', table => {
    table.increments('id');
    // Null: of a source, for all entities that it applies to.
    table.string('entity_ref');
    table.string('provider');
    table.string('at', 32).notNullable().index();
    table.text('event').notNullable();
    table.index(['entity_ref', 'at']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'health_events',
    'health_holes',
    'health_periods',
    'health_verdicts',
    'health_signals',
    'health_runs',
    'health_state',
  ]) {
    await knex.schema.dropTable(table);
  }
};
