import {
  formatMatchers,
  type Matcher,
  type Preset,
  type Resource,
} from '@portico/plugin-prometheus-node';
import type { Recorded } from './Recorded';
import type { Selection } from './Selection';
import type { Window } from './windows';

/** What is counted per second. */
export type Counted =
  | { what: 'requests' }
  | { what: 'errors' }
  /** Requests within a bucket's bound, as its label `le` has it. */
  | { what: 'within'; le: string };

/** ` by (a, b) `, or nothing for one number of all. */
const grouped = (by: readonly string[]) =>
  by.length > 0 ? ` by (${by.join(', ')}) ` : ' ';

const leIs = (le: string): Matcher[] => [
  { label: 'le', operator: '=', value: le },
];

/** Requests per second over a window, from the recording rules where they have it. */
export function rateOf(
  counted: Counted,
  window: Window,
  preset: Preset,
  selection: Selection,
  recorded?: Recorded,
): string {
  const record = recorded?.find(counted.what, window, preset, selection);
  const extra = counted.what === 'within' ? leIs(counted.le) : [];
  if (record) {
    const { metric, matchers } = record;
    return `sum${grouped(selection.by)}(${selection.select(metric, [
      ...matchers,
      ...extra,
    ])})`;
  }
  return rawRateOf(counted, window, preset, selection);
}

/** The same from the counters themselves; `range` is any duration, `offset` e.g. `1w`. */
export function rawRateOf(
  counted: Counted,
  range: string,
  preset: Preset,
  { by, select }: Selection,
  offset?: string,
): string {
  const ago = offset === undefined ? '' : ` offset ${offset}`;
  const series = select(...countersOf(counted, preset));
  return `sum${grouped(by)}(rate(${series}[${range}]${ago}))`;
}

function countersOf(counted: Counted, preset: Preset): [string, Matcher[]] {
  switch (counted.what) {
    case 'requests':
      return [preset.requests, [...preset.matchers]];
    case 'errors':
      return [preset.requests, [...preset.matchers, ...preset.errors]];
    default:
      return [preset.buckets, [...preset.matchers, ...leIs(counted.le)]];
  }
}

/** Quantile of the durations, in seconds. NaN where there were none. */
export function quantileOf(
  quantile: number,
  range: string,
  preset: Preset,
  { by, select }: Selection,
): string {
  const buckets = select(preset.buckets, preset.matchers);
  const value = `histogram_quantile(${quantile}, sum${grouped([
    'le',
    ...by,
  ])}(rate(${buckets}[${range}])))`;
  return preset.unitsPerSecond === 1
    ? value
    : `${value} / ${preset.unitsPerSecond}`;
}

const PROCESS = ['instance', 'pod'] as const;

/** Share of the limit that the pod or container that is nearest to it uses, 0 to 1. */
export function shareOf(resource: Resource, selection: Selection): string {
  const { by } = selection;
  const { on, limit, limitMatchers } = resource;
  if (on) {
    // kube-state-metrics knows namespace, pod and container, and nothing of the service.
    const limits = `sum${grouped(on)}(${limit}{${formatMatchers(
      limitMatchers,
    )}})`;
    return `max${grouped(by)}(${usedBy(
      [...by, ...on],
      resource,
      selection,
    )} / on (${on.join(', ')}) group_left () ${limits})`;
  }
  const each = [...by, ...PROCESS];
  return `max${grouped(by)}(${usedBy(each, resource, selection)} / (${limitBy(
    each,
    resource,
    selection,
  )} > 0))`;
}

/** The limit that a process has of a resource, e.g. 50 connections; the largest where they differ. */
export function mostLimitOf(resource: Resource, selection: Selection): string {
  const { by } = selection;
  return `max${grouped(by)}(${limitBy(
    [...by, ...PROCESS],
    resource,
    selection,
  )})`;
}

function usedBy(
  by: readonly string[],
  { used, usedMatchers, counter }: Resource,
  { select }: Selection,
): string {
  const series = select(used, usedMatchers);
  return `sum${grouped([...new Set(by)])}(${
    counter ? `rate(${series}[5m])` : series
  })`;
}

function limitBy(
  by: readonly string[],
  { limit, limitMatchers }: Resource,
  { select }: Selection,
): string {
  return `sum${grouped([...new Set(by)])}(${select(limit, limitMatchers)})`;
}

/** When the newest sample of an entity's request counter was scraped, seconds since 1970. */
export function scrapedAt(
  preset: Preset,
  { by, select }: Selection,
  offset?: string,
): string {
  const ago = offset === undefined ? '' : ` offset ${offset}`;
  return `max${grouped(by)}(timestamp(${select(
    preset.requests,
    preset.matchers,
  )}${ago}))`;
}

/** The same over the last hour, of those that are not scraped any more. */
export function lastScrapedAt(
  preset: Preset,
  { by, select }: Selection,
): string {
  return `max${grouped(by)}(max_over_time(timestamp(${select(
    preset.requests,
    preset.matchers,
  )})[1h:1m]))`;
}
