import type { HealthChart } from '@portico/plugin-health-common';
import { useCallback, useState } from 'react';

interface Asked {
  queries: number;
  /** Charts are asked for together, so the slowest counts. */
  seconds: number;
  sources: string[];
}

/** What the charts of a page have cost their sources. */
export function useAsked(): [Asked, (chart: HealthChart) => void] {
  const [charts, setCharts] = useState<Partial<Record<string, HealthChart>>>(
    {},
  );
  const told = useCallback(
    (chart: HealthChart) =>
      setCharts(before => ({ ...before, [chart.chart]: chart })),
    [],
  );
  const all = Object.values(charts).filter(it => it !== undefined);
  const asked = {
    queries: all.reduce((sum, { queries }) => sum + queries, 0),
    seconds: Math.max(0, ...all.map(({ seconds }) => seconds)),
    sources: [...new Set(all.map(({ source }) => source.title))],
  };
  return [asked, told];
}
