import type { Container, Pod } from '../objects/workloads';
import { behaviourOf, MEMORY_LEAK } from './podStatus';

const ACTIVITY_MS = 15_000;

/** One line that a container wrote. */
export interface LogLine {
  /** ISO 8601 with milliseconds. */
  at: string;
  text: string;
}

/**
 * What a container logged from its start until now: a start-up, then a health check each 15 seconds of
 * which the latest 200 are kept. The same lines each time for the same container.
 */
export function podLog(
  pod: Pod,
  container: Container,
  options: { now: Date; previous?: boolean },
): LogLine[] {
  const status = pod.status?.containerStatuses?.find(
    candidate => candidate.name === container.name,
  );
  const state = options.previous ? status?.lastState : status?.state;
  const ended = state?.terminated;
  const startedAt = ended?.startedAt ?? state?.running?.startedAt;
  if (!startedAt) return [];
  const start = new Date(startedAt).getTime();
  const end = ended
    ? new Date(ended.finishedAt).getTime()
    : options.now.getTime();
  const line = (offset: number, level: string, message: string): LogLine => {
    const at = new Date(start + offset).toISOString();
    return { at, text: JSON.stringify({ time: at, level, message }) };
  };
  const port = container.ports?.[0]?.containerPort;
  const lines: LogLine[] = [
    { at: new Date(start).toISOString(), text: 'sandbox: simulated container' },
    line(40, 'info', `starting ${container.name} from ${container.image}`),
  ];
  if (ended) {
    lines.push(...lastWords(ended.exitCode, behaviourOf(pod), line));
    return lines;
  }
  if (port) lines.push(line(180, 'info', `listening on port ${port}`));
  const count = Math.floor((end - start) / ACTIVITY_MS);
  for (let index = Math.max(1, count - 199); index <= count; index += 1) {
    lines.push(line(index * ACTIVITY_MS, 'info', 'GET /health 200'));
  }
  return lines;
}

function lastWords(
  exitCode: number,
  behaviour: string | undefined,
  line: (offset: number, level: string, message: string) => LogLine,
): LogLine[] {
  if (exitCode === 0) return [line(900, 'info', 'done')];
  return behaviour === 'oom' || behaviour === MEMORY_LEAK
    ? [line(700, 'warn', 'heap is at 99 % of the memory limit')]
    : [
        line(
          700,
          'error',
          `exits with code ${exitCode}, as its annotation sandbox.portico/behaviour asks`,
        ),
      ];
}
