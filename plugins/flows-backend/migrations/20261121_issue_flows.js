/** Flows that were started by a label on a GitHub issue. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('issue_flows', table => {
    table.increments('id');
    table.string('repository').notNullable();
    table.integer('issue').notNullable();
    table.string('label_event').notNullable();
    table.string('state').notNullable().index();
    table.string('started_by').notNullable();
    table.string('task_id');
    table.string('comment_id');
    table.text('comment');
    table.timestamp('created_at').notNullable();
    table.unique(['repository', 'issue', 'label_event']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('issue_flows');
};
