import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits until the scaffolder has seen that its tasks have ended. It looks each second whether one was
 * cancelled; stop it, or close its database, only after this.
 */
export async function settleTasks(): Promise<void> {
  await pause(1_500);
}
