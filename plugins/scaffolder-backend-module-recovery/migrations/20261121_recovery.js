/** Who runs each task, and the workspaces of tasks that are under way. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('portico_claims', table => {
    table.string('task_id').primary();
    table.string('worker').notNullable();
  });
  await knex.schema.createTable('portico_workspaces', table => {
    table.string('task_id').primary();
    table.binary('contents').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('portico_workspaces');
  await knex.schema.dropTable('portico_claims');
};
