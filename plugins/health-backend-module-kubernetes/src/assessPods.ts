import type { HealthSignal } from '@portico/plugin-health-common';
import type { Pod, ProbeEvent } from './types';

/** A restart within this time is news. */
const RESTART_SECONDS = 15 * 60;
/** A pod may wait so long for its node, or for its first good probe. */
const PATIENCE_SECONDS = 120;

type Told = Pick<
  HealthSignal,
  'state' | 'text' | 'detail' | 'since' | 'excess'
>;

interface Trouble {
  /** What befalls the pods, e.g. `restart`. */
  verb: string;
  reason?: string;
  since?: string;
}

/** Restarts, kills for memory, images that can't be pulled, pods without a node, failing probes. */
export function assessPods(
  pods: Pod[],
  options: { now: Date; probes: ProbeEvent[] },
): Told {
  const troubles = pods.flatMap(pod => troubleOf(pod, options) ?? []);
  if (troubles.length === 0) {
    return { state: 'healthy', text: 'no restarts, no OOM kills' };
  }
  const verbs = [...new Set(troubles.map(({ verb }) => verb))];
  return {
    state: 'degraded',
    text: `${troubles.length} of ${pods.length}`,
    detail: verbs.map(verb => describe(verb, troubles, pods.length)).join('; '),
    since: troubles
      .flatMap(({ since }) => since ?? [])
      .sort()
      .at(0),
    excess: 1 + troubles.length / pods.length,
  };
}

function describe(verb: string, troubles: Trouble[], pods: number): string {
  const those = troubles.filter(one => one.verb === verb);
  const reasons = [...new Set(those.flatMap(({ reason }) => reason ?? []))];
  const what = `${those.length} of ${pods} pod${pods === 1 ? '' : 's'} ${verb}`;
  return reasons.length > 0 ? `${what}: ${reasons.join(', ')}` : what;
}

function troubleOf(
  pod: Pod,
  { now, probes }: { now: Date; probes: ProbeEvent[] },
): Trouble | undefined {
  const { status } = pod;
  const secondsSince = (time?: string) =>
    time ? (now.getTime() - Date.parse(time)) / 1000 : Infinity;
  for (const { state, lastState, restartCount } of status?.containerStatuses ??
    []) {
    const ended = state?.terminated ?? lastState?.terminated;
    if (
      restartCount > 0 &&
      (state?.waiting || secondsSince(ended?.finishedAt) < RESTART_SECONDS)
    ) {
      return {
        verb: 'restart',
        reason: ended?.reason ?? state?.waiting?.reason,
        since: ended?.finishedAt,
      };
    }
    const waiting = state?.waiting?.reason;
    if (waiting && /BackOff$|^Err|Error$|^Invalid/.test(waiting)) {
      return {
        verb: "can't start",
        reason: waiting,
        since: pod.metadata.creationTimestamp,
      };
    }
  }
  const age = secondsSince(pod.metadata.creationTimestamp);
  if (status?.phase === 'Pending' && age > PATIENCE_SECONDS) {
    const unscheduled = conditionOf(pod, 'PodScheduled');
    return {
      verb: 'wait for a node',
      reason: unscheduled?.message,
      since: unscheduled?.lastTransitionTime ?? pod.metadata.creationTimestamp,
    };
  }
  const unready = conditionOf(pod, 'Ready');
  if (
    status?.phase === 'Running' &&
    unready &&
    secondsSince(unready.lastTransitionTime) > PATIENCE_SECONDS
  ) {
    return {
      verb: 'not ready',
      reason: probes.find(
        ({ involvedObject: of }) =>
          of.name === pod.metadata.name &&
          of.namespace === pod.metadata.namespace,
      )?.message,
      since: unready.lastTransitionTime,
    };
  }
  return undefined;
}

/** A condition that does not hold. */
function conditionOf(pod: Pod, type: string) {
  return pod.status?.conditions?.find(
    condition => condition.type === type && condition.status === 'False',
  );
}
