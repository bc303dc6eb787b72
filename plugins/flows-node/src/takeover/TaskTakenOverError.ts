import { ConflictError } from '@backstage/errors';

/** Another replica of Portico goes on with a task; whoever sees this stops working on it. */
export class TaskTakenOverError extends ConflictError {
  constructor(taskId: string) {
    super(
      `Task ${taskId} was taken over by another replica of Portico; this one stops running it.`,
    );
  }
}
