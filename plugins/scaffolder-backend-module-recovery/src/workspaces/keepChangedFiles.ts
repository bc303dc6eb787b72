import type { TaskContext } from '@backstage/plugin-scaffolder-node';
import { fingerprint } from './fingerprint';

/**
 * Changes a claimed task so that its files are kept only where they have changed: the scaffolder asks
 * after each checkpoint and each step, most of which leave them as they are.
 */
export function keepChangedFiles<T extends TaskContext>(task: T): T {
  const serialize = task.serializeWorkspace?.bind(task);
  let kept: string | undefined;
  task.serializeWorkspace = async options => {
    // Taken before the files are read: what changes meanwhile is kept the next time. It also fails where
    // the folder is gone, of which the scaffolder would wait for an archive for ever.
    const print = await fingerprint(options.path);
    if (print === kept) return;
    await serialize?.(options);
    kept = print;
  };
  return task;
}
