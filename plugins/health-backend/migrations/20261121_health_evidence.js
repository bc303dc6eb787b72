/** Where to check what signals say: long, almost never other than before, and so kept apart from what changes each minute. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('health_evidence', table => {
    table.string('provider').notNullable();
    table.string('entity_ref').notNullable().index();
    table.text('evidence').notNullable();
    table.primary(['provider', 'entity_ref']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('health_evidence');
};
