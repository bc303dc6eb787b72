import type { HealthSignal } from '@portico/plugin-health-common';
import { rawRateOf } from '../query/expressions';
import { makeSignal, selectionOf, type SignalContext } from './SignalContext';

/** How many requests there are; never decides. */
export function requestSignals(context: SignalContext): HealthSignal[] {
  const { read, target } = context;
  const rate = read('requests.5m');
  if (rate === undefined) return [];
  return [
    makeSignal(context, {
      name: 'requests',
      kind: 'requests',
      title: 'Requests',
      state: 'healthy',
      informational: true,
      value: { value: rate, unit: 'perSecond' },
      detail: againstLastWeek(rate, read('requests.lastWeek')),
      figure: 'requestsPerSecond',
      query: rawRateOf(
        { what: 'requests' },
        '5m',
        target.preset,
        selectionOf(context),
      ),
    }),
  ];
}

/** e.g. `+4 % against last week`. */
function againstLastWeek(now: number, then?: number): string | undefined {
  if (!then) return undefined;
  const percent = Math.round((now / then - 1) * 100);
  if (percent === 0) return 'as last week';
  const sign = percent > 0 ? '+' : '\u2212';
  const amount = Math.abs(percent).toLocaleString('en-US');
  return `${sign}${amount}\u00a0% against last week`;
}
