/** What was deployed when and of which changes, when it was not well, and how long flows took. Times are ISO 8601 in UTC. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  // By name: `collected` and the standings of the sources, as JSON.
  await knex.schema.createTable('delivery_notes', table => {
    table.string('name').primary();
    table.text('value').notNullable();
  });
  // The catalog's newest say on what counts.
  await knex.schema.createTable('delivery_components', table => {
    table.string('entity_ref').primary();
    table.text('facts').notNullable();
  });
  await knex.schema.createTable('delivery_deployments', table => {
    table.increments('id');
    table.string('entity_ref').notNullable();
    // Instance and name of the application.
    table.string('application').notNullable();
    table.string('revision').notNullable();
    table.string('deployed_at', 32).notNullable().index();
    table.string('kind', 16).notNullable();
    table.string('previous_revision');
    table.string('repository_url').notNullable();
    table.text('url').notNullable();
    // none: there is nothing to compare with; pending; known; unknown, with the reason.
    table.string('commits', 16).notNullable().index();
    table.text('commits_reason');
    table.integer('tries').notNullable().defaultTo(0);
    table.unique(['entity_ref', 'application', 'revision', 'deployed_at']);
  });
  // A change reaches production once.
  await knex.schema.createTable('delivery_changes', table => {
    table.string('entity_ref').notNullable();
    table.string('sha', 64).notNullable();
    table
      .integer('deployment_id')
      .notNullable()
      .references('id')
      .inTable('delivery_deployments')
      .onDelete('CASCADE');
    table.string('committed_at', 32).notNullable();
    table.text('message').notNullable();
    table.text('url');
    table.primary(['entity_ref', 'sha']);
    table.index(['deployment_id']);
  });
  // Times in which health said degraded, failing or anything else.
  await knex.schema.createTable('delivery_periods', table => {
    table.string('entity_ref').notNullable();
    table.string('from_at', 32).notNullable();
    table.string('until_at', 32).index();
    table.string('state', 16).notNullable();
    table.text('headline').notNullable();
    table.primary(['entity_ref', 'from_at']);
  });
  await knex.schema.createTable('delivery_flows', table => {
    table.string('task_id').primary();
    table.string('kind', 16).notNullable();
    // What it made; none for people.
    table.string('entity_ref');
    table.string('begun_at', 32).notNullable();
    table.string('done_at', 32);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'delivery_flows',
    'delivery_periods',
    'delivery_changes',
    'delivery_deployments',
    'delivery_components',
    'delivery_notes',
  ]) {
    await knex.schema.dropTable(table);
  }
};
