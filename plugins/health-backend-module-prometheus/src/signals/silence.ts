import type { HealthSignal } from '@portico/plugin-health-common';
import type { HealthGap } from '@portico/plugin-health-node';
import { rawRateOf } from '../query/expressions';
import { makeSignal, selectionOf, type SignalContext } from './SignalContext';

/** What there is to say of an entity of which nothing is counted now. */
export interface Silence {
  signals: HealthSignal[];
  gap?: HealthGap;
}

/**
 * Nothing is counted: not any more, not yet, or never.
 *
 * @param lastSeenAt newest sample of the last hour, or since the portal runs
 */
export function silenceOf(context: SignalContext, lastSeenAt?: Date): Silence {
  const { read, target, instance } = context;
  const isScraped = read('scrapedAt') !== undefined;
  const targets = read('targets') ?? 0;
  if (isScraped) {
    return { signals: [unknown(context, 'not enough samples yet')] };
  }
  if (!lastSeenAt && !target.linked && targets === 0) return { signals: [] };

  const since = lastSeenAt && clockTime(lastSeenAt, context.now);
  const text = since ? `No metrics since ${since}` : 'No metrics';
  const detail = targetsIn(context);
  const signal = unknown(context, text, detail, lastSeenAt);
  const series = selectionOf(context).select(target.preset.requests);
  return {
    signals: [signal],
    gap: {
      entityRefs: [target.entityRef],
      instance: instance.name,
      message: `${text} of ${target.entityRef}: Prometheus '${
        instance.name
      }' has no ${series}${
        detail ? `; ${detail}` : ''
      }. Check that it is scraped, and portico/metrics-selector and portico/metrics-preset.`,
    },
  };
}

function unknown(
  context: SignalContext,
  text: string,
  detail?: string,
  lastSeenAt?: Date,
): HealthSignal {
  const query = rawRateOf(
    { what: 'requests' },
    '5m',
    context.target.preset,
    selectionOf(context),
  );
  return makeSignal(context, {
    name: 'errors',
    kind: 'errors',
    title: 'Error ratio',
    state: 'unknown',
    serving: true,
    figure: 'errorRatio',
    text,
    detail,
    since: lastSeenAt?.toISOString(),
    query,
  });
}

function targetsIn({ read }: SignalContext): string | undefined {
  const targets = read('targets');
  if (targets === undefined) return undefined;
  const up = read('targets.up') ?? 0;
  const all = `${targets} ${targets === 1 ? 'target' : 'targets'}`;
  if (up === 0) return `none of its ${all} can be scraped`;
  return `${up} of its ${all} can be scraped, and ${
    up === 1 ? 'has' : 'have'
  } counted no request`;
}

/** `13:44 UTC`, with the day where it is not today's. */
function clockTime(at: Date, now: Date): string {
  const iso = at.toISOString();
  const time = `${iso.slice(11, 16)} UTC`;
  return iso.slice(0, 10) === now.toISOString().slice(0, 10)
    ? time
    : `${iso.slice(0, 10)} ${time}`;
}
