/**
 * What was found in the costs: thresholds of budgets that were passed, anomalies, and what could be had for less.
 * Days are yyyymmdd, months yyyymm, money in billionths of the base currency, times ISO 8601 in UTC.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('cost_alert', table => {
    table.string('id', 64).primary();
    table.string('budget_id').notNullable();
    table.string('entity_ref');
    table.string('title').notNullable();
    table.integer('month').notNullable();
    table.string('threshold', 16).notNullable();
    // The budget as it was written then, e.g. `400 USD`: one that is changed is told of anew.
    table.string('stated', 64).notNullable();
    table.text('message').notNullable();
    table.string('at', 32).notNullable();
    // Null until somebody was told, or until one that weighs more was told in its place.
    table.string('told_at', 32);
    table.unique(['budget_id', 'month', 'threshold']);
    table.index(['month']);
  });
  await knex.schema.createTable('cost_anomaly', table => {
    table.string('id', 64).primary();
    // Null where it is nobody's.
    table.string('entity_ref').index();
    // What was looked at: whose, and which service of which account.
    table.text('series').notNullable();
    table.integer('from_day').notNullable();
    table.integer('to_day');
    table.bigInteger('excess').notNullable();
    // As it is shown, JSON of `AnomalyView` without what is in other columns.
    table.text('view').notNullable();
    table.string('found_at', 32).notNullable();
    table.string('told_at', 32);
    table.string('resolved_by');
    table.string('resolved_at', 32);
    table.text('resolved_reason');
  });
  await knex.schema.createTable('cost_saving', table => {
    table.string('id', 64).primary();
    table.string('entity_ref').index();
    table.bigInteger('monthly').notNullable();
    table.text('view').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cost_saving');
  await knex.schema.dropTable('cost_anomaly');
  await knex.schema.dropTable('cost_alert');
};
