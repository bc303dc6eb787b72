/** How Portico stands with outside systems: newest check, since when, and what plugins got back. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('source_checks', table => {
    table.string('source').primary();
    table.string('state').notNullable();
    table.string('since').notNullable();
    table.string('last_success');
    // The check itself, as JSON.
    table.text('found').notNullable();
  });
  await knex.schema.createTable('source_coverage', table => {
    table.string('source').notNullable();
    table.string('by').notNullable();
    table.string('at').notNullable();
    table.text('coverage').notNullable();
    table.primary(['source', 'by']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('source_coverage');
  await knex.schema.dropTable('source_checks');
};
