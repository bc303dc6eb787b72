import { meansOf, partsWithin, type Latency } from '../latency/Latency';
import { PRESETS } from '../presets/presets';
import { routesOf, type Route } from '../presets/routesOf';
import { Demand } from '../rhythm/Demand';
import { CounterSeries, type Growth } from '../scrape/CounterSeries';
import type { Mode } from '../timeline/Mode';
import type { Families, Scope } from './Scope';

/** An amount of the quick and of the slow kind of requests. */
interface Pair {
  quick: number;
  slow: number;
}

/** Requests of one route that were answered alike. */
interface Answered {
  route: Route;
  status: string;
  /** Part of those that don't fail; undefined for those that do. */
  share?: number;
}

const ONE: Pair = { quick: 1, slow: 1 };

/** Requests, failures and durations, as the preset's library names them. */
export function requestFamilies(scope: Scope): Families {
  const { service, target, labels, process } = scope;
  const { traits, demand } = service;
  const preset = PRESETS[traits.preset];
  const { histogram, counter, bounds, perSecond } = preset;
  const routes = routesOf(
    service.name,
    traits.isWebsite,
    preset.placeholder,
    // Few look at what the others do in detail.
    target.environment === 'production' ? preset.routes : 1,
  );
  const latencies = service.latencies(
    bounds.map(bound => bound / perSecond),
    routes,
  );
  const answered = routes.flatMap((route): Answered[] => [
    ...route.answers.map(answer => ({ route, ...answer })),
    { route, status: '500' },
  ]);
  const perPod = traits.requestsPerSecond * target.share;

  const series = (
    name: string,
    one: Answered,
    amount: (latency: Latency) => Pair,
    more: { le?: string; isWhole: boolean },
  ) => {
    const { route, status, share } = one;
    const growthIn = (mode: Mode): Growth => {
      const requests = perPod * mode.traffic * route.share;
      const { quick, slow } = amount(
        mode.slow ? latencies.incident : latencies.usual,
      );
      if (share === undefined) {
        const mean = quick + Demand.SLOW_SHARE * (slow - quick);
        return [0, 0, 0, requests * mode.errorRatio * mean];
      }
      const fine = requests * share * (1 - mode.errorRatio);
      return [0, fine * quick, fine * (slow - quick), 0];
    };
    const kind = { method: route.method, route: route.path, status };
    return new CounterSeries({
      labels: {
        __name__: name,
        ...labels,
        ...preset.labels(kind, service.name),
        ...(more.le !== undefined && { le: more.le }),
      },
      schedule: process,
      demand,
      timeline: () => service.timeline,
      growthIn,
      isWhole: more.isWhole,
    });
  };
  const counts = (name: string) => () =>
    answered.map(one => series(name, one, () => ONE, { isWhole: true }));

  return {
    [`${histogram}_bucket`]: () =>
      answered.flatMap(one =>
        [...bounds, Infinity].map(bound =>
          series(
            `${histogram}_bucket`,
            one,
            latency =>
              partsWithin(latency, bound / perSecond, one.route.factor),
            { le: bound === Infinity ? '+Inf' : String(bound), isWhole: true },
          ),
        ),
      ),
    [`${histogram}_count`]: counts(`${histogram}_count`),
    [`${histogram}_sum`]: () =>
      answered.map(one =>
        series(
          `${histogram}_sum`,
          one,
          latency => {
            const { quick, slow } = meansOf(latency, one.route.factor);
            return { quick: quick * perSecond, slow: slow * perSecond };
          },
          { isWhole: false },
        ),
      ),
    ...(counter && { [counter]: counts(counter) }),
  };
}
