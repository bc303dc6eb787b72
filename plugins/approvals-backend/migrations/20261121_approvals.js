/** Approvals with their decisions and history, absences, and messages that still have to go out. */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('approvals', table => {
    table.increments('number');
    table.string('id').notNullable().unique();
    table.string('chain_id').notNullable().index();
    // Task, step and fingerprint of an approval that stands; null once it is superseded.
    table.string('request_key', 512).unique();
    table.string('title').notNullable();
    table.text('reason').notNullable();
    table.string('requested_by').notNullable().index();
    table.timestamp('requested_at').notNullable();
    table.timestamp('expires_at').notNullable();
    table.string('state').notNullable().index();
    table.string('task_id').notNullable().index();
    table.string('step_id').notNullable();
    table.string('fingerprint').notNullable();
    table.string('template_ref');
    table.string('template_title');
    table.string('entity_ref').notNullable().index();
    table.string('owner').notNullable().index();
    table.string('environment').notNullable();
    table.string('tier');
    table.text('change').notNullable();
    table.text('requirements').notNullable();
    table.string('supersedes');
    table.string('superseded_by');
    table.timestamp('used_at');
    table.timestamp('reminded_at');
    table.timestamp('escalated_at');
    // Raised by each write, so that two people who decide at once don't overwrite one another.
    table.integer('version').notNullable();
  });
  await knex.schema.createTable('approval_deciders', table => {
    table.string('approval_id').notNullable();
    table.string('ref').notNullable().index();
    table.primary(['approval_id', 'ref']);
  });
  await knex.schema.createTable('approval_decisions', table => {
    table.increments('id');
    table.string('approval_id').notNullable().index();
    table.string('requirement_id').notNullable();
    table.string('person').notNullable().index();
    table.string('on_behalf_of');
    table.string('decision').notNullable();
    table.text('comment');
    table.string('fingerprint').notNullable();
    table.timestamp('at').notNullable();
    table.unique(['approval_id', 'requirement_id', 'person']);
  });
  await knex.schema.createTable('approval_history', table => {
    table.increments('id');
    table.string('chain_id').notNullable().index();
    table.string('event').notNullable();
    table.string('who');
    table.timestamp('at').notNullable();
    table.text('text').notNullable();
  });
  await knex.schema.createTable('approval_delegations', table => {
    table.string('id').primary();
    table.string('from_person').notNullable().index();
    table.string('to_person').notNullable().index();
    table.timestamp('starts_at').notNullable();
    table.timestamp('ends_at').notNullable().index();
    table.text('note');
  });
  await knex.schema.createTable('approval_outbox', table => {
    table.increments('id');
    table.string('approval_id').notNullable();
    table.text('message').notNullable();
    table.integer('attempts').notNullable();
    table.timestamp('not_before').notNullable().index();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'approval_outbox',
    'approval_delegations',
    'approval_history',
    'approval_decisions',
    'approval_deciders',
    'approvals',
  ]) {
    await knex.schema.dropTable(table);
  }
};
