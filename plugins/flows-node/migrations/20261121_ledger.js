/** What tasks of the scaffolder made, found and removed, and the clean-ups that follow from it. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('portico_ledger', table => {
    table.increments('id');
    table.string('task_id').notNullable().index();
    table.string('step_id').notNullable();
    table.string('outcome').notNullable();
    table.string('kind').notNullable();
    table.string('name').notNullable();
    table.text('url');
    table.string('if_it_fails').notNullable();
    table.text('command');
    table.string('remover');
    table.text('params');
    table.text('message');
    table.timestamp('at').notNullable();
    table.unique(['task_id', 'kind', 'name']);
  });
  await knex.schema.createTable('portico_cleanups', table => {
    table.string('task_id').primary();
    table.string('state').notNullable().index();
    table.string('reason').notNullable();
    table.integer('attempts').notNullable();
    table.timestamp('started_at').notNullable();
    table.timestamp('next_attempt_at');
    table.timestamp('heartbeat_at');
    table.timestamp('finished_at');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('portico_cleanups');
  await knex.schema.dropTable('portico_ledger');
};
