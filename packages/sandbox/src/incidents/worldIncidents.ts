import type { Component, World } from '../world';
import type { Incident, IncidentKind } from './Incident';
import { shareOf } from './shareOf';
import { STORY } from './story';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** How far back the history goes. */
const HISTORY_DAYS = 89;

/** An incident that nobody has written down yet. */
type Told = Omit<Incident, 'id'>;

/** What ails the world at a moment and has ailed it in the 90 days before, oldest first; the same for the same moment. */
export function worldIncidents(world: World, now: Date): Told[] {
  const moment = now.getTime();
  const runs = (name: string) =>
    world.components.some(one => one.name === name && one.replicas > 0);
  const told = STORY.filter(({ component }) => runs(component)).map(
    ({ minutesAgo, minutes, ...rest }): Told => {
      const startedAt = moment - minutesAgo * MINUTE_MS;
      const ended = minutes && { endedAt: startedAt + minutes * MINUTE_MS };
      return { ...rest, startedAt, ...ended };
    },
  );
  const heroes = new Set(STORY.map(one => one.component));
  const others = world.components
    .filter(one => one.replicas > 0 && !one.unlinked && !heroes.has(one.name))
    .flatMap(component => pastOf(component, moment));
  return [...told, ...others].sort((a, b) => a.startedAt - b.startedAt);
}

/** None for half of the components, up to four for the others. */
function pastOf({ name }: Component, moment: number): Told[] {
  const luck = shareOf(`${name}/incidents`);
  const count = [0.5, 0.75, 0.9, 0.97].filter(limit => luck >= limit).length;
  return Array.from({ length: count }, (_, index) => {
    const share = (what: string) => shareOf(`${name}/${index}/${what}`);
    const kinds: IncidentKind[] = [
      'errors',
      'latency',
      'errors',
      'latency',
      'crash-loop',
      'saturation',
    ];
    const kind = kinds[Math.floor(share('kind') * kinds.length)];
    const daysAgo = 1 + share('when') * (HISTORY_DAYS - 1);
    const startedAt = Math.round(moment - daysAgo * DAY_MS);
    const minutes = 4 + share('minutes') ** 2 * 40;
    const errorRatio = 0.01 + share('ratio') * 0.05;
    return {
      kind,
      component: name,
      startedAt,
      endedAt: Math.round(startedAt + minutes * MINUTE_MS),
      ...(kind === 'errors' && { errorRatio }),
    };
  });
}
