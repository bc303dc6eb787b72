import type { ScaffolderTask } from '@backstage/plugin-scaffolder-react';
import { formatSince, type StateName } from '@portico/ui';

/** Shape and word of a task's status. */
export function taskState(status: ScaffolderTask['status']): {
  state: StateName;
  word: string;
} {
  switch (status) {
    case 'open':
      return { state: 'pending', word: 'waits to start' };
    case 'processing':
      return { state: 'running', word: 'running' };
    case 'completed':
      return { state: 'healthy', word: 'done' };
    case 'failed':
      return { state: 'failing', word: 'failed' };
    case 'cancelled':
      return { state: 'skipped', word: 'cancelled' };
    default:
      return { state: 'unknown', word: status };
  }
}

/** A task's name: its template's title and, where the form had one, the name that was given. */
export function taskName(task: ScaffolderTask): string {
  const info = task.spec.templateInfo;
  const metadata = info?.entity?.metadata;
  const title = metadata?.title ?? metadata?.name ?? info?.entityRef ?? 'Task';
  const given = task.spec.parameters?.name;
  return typeof given === 'string' && given ? `${title} ${given}` : title;
}

/** `11:20` today, `yesterday`, else `18 Nov`, in the viewer's zone. */
export function shortWhen(iso: string, now: Date): string {
  const then = new Date(iso);
  const dayOf = (date: Date) =>
    new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((dayOf(now) - dayOf(then)) / 86_400_000);
  return days === 1 ? 'yesterday' : formatSince(then, now);
}
