import type { Objective } from '@portico/plugin-health-common';
import { rawRateOf } from '../query/expressions';
import { errorRatioQuery } from './errorSignals';
import { allowanceOf } from './objectiveReadings';
import { selectionOf, type SignalContext } from './SignalContext';

/** How fast an error budget burns over a range; 1 uses it up in 28 days. */
export function budgetQuery(
  context: SignalContext,
  objective: Objective,
  range = '1h',
): string {
  const allowance = allowanceOf(objective);
  if (objective.kind === 'availability') {
    return `(${errorRatioQuery(context, range)}) / ${allowance}`;
  }
  const { preset } = context.target;
  const selection = selectionOf(context);
  const requests = rawRateOf({ what: 'requests' }, range, preset, selection);
  const within = withinQuery(context, objective.seconds, range);
  return `(1 - ${within} / (${requests} > 0)) / ${allowance}`;
}

/** Requests per second that took at most so long; between two boundaries in proportion. */
export function withinQuery(
  context: SignalContext,
  seconds: number,
  range: string,
  offset?: string,
): string {
  const { preset } = context.target;
  const selection = selectionOf(context);
  const at = (le: string) =>
    rawRateOf({ what: 'within', le }, range, preset, selection, offset);
  const bracket = context.bracketOf(seconds);
  if (bracket?.exact !== undefined) return at(bracket.exact);
  if (!bracket?.below && !bracket?.above) {
    return at(String(seconds * preset.unitsPerSecond));
  }
  const { below, above } = bracket;
  if (!above) return at(below!.le);
  const from = below?.seconds ?? 0;
  const share = round((seconds - from) / (above.seconds - from));
  return below
    ? `(${at(below.le)} * ${round(1 - share)} + ${at(above.le)} * ${share})`
    : `${at(above.le)} * ${share}`;
}

/** 0.1 is not 0.09999999999999998. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
