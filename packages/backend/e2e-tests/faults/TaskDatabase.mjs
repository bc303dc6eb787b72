import { join } from 'node:path';
import Database from 'better-sqlite3';

/** How long the portal's own writes may keep one of ours waiting. */
const LOCK_MS = 60_000;

/** The scaffolder's database of a portal, read and rigged from beside it, whether the portal runs or not. */
export class TaskDatabase {
  #file;

  constructor(portal) {
    this.#file = join(portal.dataDir, 'scaffolder.sqlite');
  }

  /** Whether the task has begun the step, and not ended it; a flow that never started has no task. */
  isIn(taskId = '', stepId) {
    return this.#use(database => {
      const last = database
        .prepare(
          `SELECT json_extract(body, '$.status') FROM task_events
           WHERE task_id = ? AND json_extract(body, '$.stepId') = ?
             AND json_extract(body, '$.status') IS NOT NULL
           ORDER BY id DESC LIMIT 1`,
        )
        .pluck()
        .get(taskId, stepId);
      return last === 'processing';
    });
  }

  /**
   * Makes the portal stand still as soon as a task with that name in its values has done the step: what
   * says that the step is over is never through with being written. Only a kill ends it; then `release`.
   */
  holdAtEndOf(stepId, name) {
    this.#use(database => {
      const quoted = value => `'${value.replaceAll("'", "''")}'`;
      database.exec(
        `CREATE VIEW portico_test_endless AS
           WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i FROM numbers)
           SELECT count(*) AS i FROM numbers;
         CREATE TRIGGER portico_test_hold BEFORE INSERT ON task_events
           WHEN json_extract(NEW.body, '$.stepId') = ${quoted(stepId)}
             AND json_extract(NEW.body, '$.status') <> 'processing'
             AND EXISTS (
               SELECT 1 FROM tasks
               WHERE id = NEW.task_id AND instr(spec, ${quoted(name)})
             )
           BEGIN SELECT i FROM portico_test_endless; END;`,
      );
    });
  }

  /** Ends what `holdAtEndOf` began, once the portal is dead. */
  release() {
    this.#use(database =>
      database.exec(
        `DROP TRIGGER IF EXISTS portico_test_hold;
         DROP VIEW IF EXISTS portico_test_endless;`,
      ),
    );
  }

  #use(work) {
    const database = new Database(this.#file, { timeout: LOCK_MS });
    try {
      return work(database);
    } finally {
      database.close();
    }
  }
}
