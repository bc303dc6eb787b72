import { type Preset, Scope, scopesOf } from '@portico/plugin-prometheus-node';
import type { PrometheusSettings } from '../config/PrometheusSettings';
import { groupBy } from './groupBy';
import {
  lastScrapedAt,
  mostLimitOf,
  quantileOf,
  rateOf,
  rawRateOf,
  scrapedAt,
  shareOf,
  type Counted,
} from './expressions';
import type { Part } from './Part';
import type { Recorded } from './Recorded';
import { ofScope, type Selection } from './Selection';
import type { Target } from './Target';
import { AGES_DAYS, BUDGET_WINDOW, type Window } from './windows';

/** What a plan of queries is made for. */
export interface PlanContext {
  settings: PrometheusSettings;
  recorded?: Recorded;
}

/** Makes parts for groups of targets: for each preset and scope one. */
export class PartMaker {
  readonly #context: PlanContext;
  #tags = 0;

  constructor(context: PlanContext) {
    this.#context = context;
  }

  /** One part a preset and scope; `build` writes its expression. */
  parts(
    targets: readonly Target[],
    reading: string,
    build: (selection: Selection, preset: Preset) => string,
    matchersOf?: (target: Target) => Target['matchers'],
  ): Part[] {
    return byPreset(targets).flatMap(([preset, members]) =>
      scopesOf(members, matchersOf).map(scope =>
        this.part(reading, scope, it => build(it, preset)),
      ),
    );
  }

  part(
    reading: string,
    scope: Scope,
    build: (selection: Selection) => string,
  ): Part {
    const { environmentLabel } = this.#context.settings;
    this.#tags += 1;
    return {
      reading,
      tag: `${reading} ${this.#tags}`,
      scope,
      build: it => build(ofScope(it, environmentLabel)),
    };
  }

  /** Requests per second over windows, e.g. `errors.1h`. */
  rates(
    targets: readonly Target[],
    counted: Counted,
    windows: readonly Window[],
  ): Part[] {
    const { recorded } = this.#context;
    const name =
      counted.what === 'within' ? `within:${counted.le}` : counted.what;
    return windows.flatMap(window =>
      this.parts(targets, `${name}.${window}`, (selection, preset) =>
        rateOf(counted, window, preset, selection, recorded),
      ),
    );
  }

  /** Requests and errors now, requests a week ago, when each was scraped, and how many of its targets can be. */
  traffic(targets: readonly Target[]): Part[] {
    const up = (reading: string, aggregate: string) =>
      scopesOf(targets, it => it.resourceMatchers).map(scope =>
        this.part(
          reading,
          scope,
          ({ by, select }) =>
            `${aggregate} by (${by.join(', ')}) (${select('up')})`,
        ),
      );
    return [
      ...this.rates(targets, { what: 'requests' }, ['5m']),
      ...this.rates(targets, { what: 'errors' }, ['5m']),
      ...this.parts(targets, 'requests.lastWeek', (selection, preset) =>
        rawRateOf({ what: 'requests' }, '5m', preset, selection, '1w'),
      ),
      ...this.parts(targets, 'scrapedAt', (selection, preset) =>
        scrapedAt(preset, selection),
      ),
      ...up('targets', 'count'),
      ...up('targets.up', 'sum'),
      this.part('clock', Scope.single([], []), () => 'vector(time())'),
    ];
  }

  /** Samples of what comes in five minutes: a clock is ahead. */
  future(targets: readonly Target[]): Part[] {
    return this.parts(targets, 'future', (selection, preset) =>
      scrapedAt(preset, selection, '-5m'),
    );
  }

  lastSeen(targets: readonly Target[]): Part[] {
    return this.parts(targets, 'lastSeen', (selection, preset) =>
      lastScrapedAt(preset, selection),
    );
  }

  quantile(targets: readonly Target[], quantile: number): Part[] {
    return this.parts(targets, `quantile:${quantile}`, (selection, preset) =>
      quantileOf(quantile, '5m', preset, selection),
    );
  }

  /** Which boundaries the buckets have; its samples have the label `le`. */
  boundaries(targets: readonly Target[]): Part[] {
    return this.parts(
      targets,
      'boundaries',
      ({ by, select }, { buckets, matchers }) =>
        `group by (${['le', ...by].join(', ')}) (${select(buckets, matchers)})`,
    );
  }

  /** Whether there were series so many days ago, of what the error budget is counted with. */
  ages(targets: readonly Target[]): Part[] {
    const { recorded } = this.#context;
    return AGES_DAYS.flatMap(days =>
      this.parts(targets, `age:${days}`, (selection, preset) => {
        const { by, select } = selection;
        const isRecorded = recorded?.find(
          'requests',
          BUDGET_WINDOW,
          preset,
          selection,
        );
        const basis =
          isRecorded && recorded?.find('requests', '1h', preset, selection);
        const series = basis
          ? select(basis.metric, basis.matchers)
          : select(preset.requests, preset.matchers);
        const ago = days === 0 ? '' : ` offset ${days}d`;
        return `group by (${by.join(', ')}) (${series}${ago})`;
      }),
    );
  }

  /** Shares of CPU, memory, heap; of connections also how many are used, of how many. */
  resources(targets: readonly Target[]): Part[] {
    const ids = new Set(
      targets.flatMap(it => it.preset.resources.map(({ id }) => id)),
    );
    return [...ids].flatMap(id => {
      const withIt = targets.filter(it =>
        it.preset.resources.some(resource => resource.id === id),
      );
      return groupBy(withIt, it =>
        JSON.stringify(it.preset.resources.find(r => r.id === id)),
      ).flatMap(members => {
        const resource = members[0].preset.resources.find(r => r.id === id)!;
        return scopesOf(members, it => it.resourceMatchers).flatMap(scope => [
          this.part(`share:${id}`, scope, it => shareOf(resource, it)),
          ...(id === 'pool'
            ? [this.part('limit:pool', scope, it => mostLimitOf(resource, it))]
            : []),
        ]);
      });
    });
  }
}

function byPreset(targets: readonly Target[]): [Preset, Target[]][] {
  return groupBy(targets, it => it.preset.name).map(members => [
    members[0].preset,
    members,
  ]);
}
