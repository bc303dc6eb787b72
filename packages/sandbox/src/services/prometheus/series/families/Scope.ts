import { shareOf } from '../../../../incidents';
import { Schedule, SCRAPE_INTERVAL_MS, type Span } from '../scrape/Schedule';
import { withoutGaps } from '../scrape/withoutGaps';
import type { Series } from '../SeriesSource';
import type { Service } from '../services/Service';
import type { Target } from '../targets/Target';

/** Series by the name of their metric, made once they are asked for. */
export type Families = Record<string, () => Series[]>;

/** What the series of one target are made from. */
export interface Scope {
  target: Target;
  service: Service;
  /** Labels that all of its own metrics carry. */
  labels: Record<string, string>;
  /** When its process is scraped. */
  process: Schedule;
  /** When its container is looked at, by the node. */
  container: Schedule;
  /** When Prometheus knows that it should be there. */
  presence: Schedule;
  /** When the cluster tells of it. */
  object: Schedule;
}

/** @param now milliseconds since 1970 */
export function scopeOf(
  target: Target,
  service: Service,
  now: () => number,
): Scope {
  const { id, environment, namespace, pod, instance } = target;
  const offset = Math.floor(shareOf(`${id}/scrape`) * SCRAPE_INTERVAL_MS);
  const lives = target.lives.map(
    ({ from, to = Infinity }): Span => ({ bornAt: from, from, to }),
  );
  const [{ from }] = lives;
  const known = [{ bornAt: from, from, to: target.goneAt ?? Infinity }];
  const scraped = (spans: Span[]) => {
    let latest: { timeline: object; spans: Span[] } | undefined;
    return () => {
      const { timeline } = service;
      if (latest?.timeline !== timeline) {
        latest = { timeline, spans: withoutGaps(spans, timeline.gaps()) };
      }
      return latest.spans;
    };
  };
  const schedule = (spans: () => Span[]) =>
    new Schedule({ offset, spans, now });
  return {
    target,
    service,
    labels: {
      service: service.name,
      environment,
      namespace,
      pod,
      job: 'kubernetes-pods',
      instance,
    },
    process: schedule(scraped(lives)),
    container: schedule(() => lives),
    presence: schedule(scraped(known)),
    object: schedule(() => known),
  };
}
