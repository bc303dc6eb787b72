import { shareOf } from '../../../../incidents';
import type { Component } from '../../../../world';
import type { Rhythm } from '../rhythm/Demand';
import type { Target } from '../targets/Target';

/** What a service in one environment is like when all is well. */
export interface ServiceTraits {
  preset: Component['metricsPreset'];
  /** On average over the week, of all its pods. */
  requestsPerSecond: number;
  rhythm: Rhythm;
  /** p95 that it promises, in seconds. */
  objectiveSeconds: number;
  /** p95 that it usually has, in seconds. */
  usualSeconds: number;
  /** Part of the requests that fails. */
  errorRatio: number;
  isWebsite: boolean;
  /** The database whose connections it pools. */
  database?: string;
}

/** Requests that one pod in production gets a second, at least and at most. */
const PER_POD = { service: [3, 16], 'data-pipeline': [0.5, 4] } as const;
/** Part of production's requests that others get. */
const PARTS = { production: 1, staging: 0.02, dev: 0.004 } as const;
/** Batches that answer nobody. */
const SILENT = ['dbt-runs'];

/** @param component of the world; absent for what was deployed since, which is as `templates/new-service` makes it */
export function traitsOf(
  name: string,
  environment: Target['environment'],
  component?: Component,
): ServiceTraits {
  const share = (what: string) => shareOf(`${name}/${what}`);
  const { availability, p95Seconds } = readSlo(component?.slo);
  const isPipeline = component?.type === 'data-pipeline';
  const [least, most] = PER_POD[isPipeline ? 'data-pipeline' : 'service'];
  const perPod = least + share('requests') ** 2 * (most - least);
  const isSilent = SILENT.includes(name);
  const budget = 1 - availability;
  return {
    preset: component?.metricsPreset ?? 'otel',
    requestsPerSecond: isSilent
      ? 0
      : perPod * (component?.replicas ?? 2) * PARTS[environment],
    rhythm: isPipeline
      ? { peak: 0.1, swing: 0.02, weekSwing: 0.01 }
      : {
          peak: 0.5 + share('peak') * 0.25,
          swing: 0.3 + share('swing') * 0.2,
          weekSwing: component?.owner === 'workplace' ? 0.35 : 0.12,
        },
    objectiveSeconds: p95Seconds,
    usualSeconds: p95Seconds * (0.42 + share('p95') * 0.3),
    errorRatio:
      environment === 'production'
        ? budget * (0.02 + share('errors') * 0.15)
        : 0.002,
    isWebsite: component?.type === 'website',
    database: component?.uses.find(one => one.endsWith('-db')),
  };
}

/** Objectives as in `availability=99.9, latency-p95=300ms`, usual ones where there are none. */
function readSlo(slo = ''): { availability: number; p95Seconds: number } {
  const availability = /availability=([\d.]+)/.exec(slo)?.[1] ?? '99.8';
  const milliseconds = /latency-p95=(\d+)ms/.exec(slo)?.[1] ?? '300';
  return {
    availability: Number(availability) / 100,
    p95Seconds: Number(milliseconds) / 1000,
  };
}
