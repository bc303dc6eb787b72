import { formatQuantity, type ChartId } from '@portico/plugin-health-common';
import { quantileOf, rawRateOf, shareOf } from '../query/expressions';
import { quantilesOf } from '../query/latency';
import { BURN_RULES, WINDOW_SECONDS, type Window } from '../query/windows';
import { budgetQuery } from '../signals/budgetQuery';
import { errorRatioQuery } from '../signals/errorSignals';
import { nameOf } from '../signals/latencySignals';
import { allowanceOf } from '../signals/objectiveReadings';
import { selectionOf, type SignalContext } from '../signals/SignalContext';
import type { Drawing } from './Drawing';
import { ownLines } from './ownLines';

type Draw = (context: SignalContext, range: string) => Drawing;

/** All that the rules of burn rates look at, shortest first. */
const BURN_WINDOWS = [
  ...new Set(BURN_RULES.flatMap(({ long, short }) => [short, long])),
].sort((a, b) => WINDOW_SECONDS[a] - WINDOW_SECONDS[b]);

const UNITS: Record<string, string> = { m: 'min', h: 'h', d: 'd' };

/** `30m` as `30 min`. */
const words = (window: Window) =>
  `${window.slice(0, -1)} ${UNITS[window.slice(-1)]}`;

/** What each chart shows; that of the error budget is counted, see {@link budgetLines}. */
export const DRAWINGS: Record<Exclude<ChartId, 'error-budget'>, Draw> = {
  requests: (context, range) => ({
    unit: 'perSecond',
    lines: [
      {
        name: 'Requests',
        query: rawRateOf(
          { what: 'requests' },
          range,
          context.target.preset,
          selectionOf(context),
        ),
      },
    ],
  }),
  errors: (context, range) => {
    const objective = context.target.objectives.find(
      it => it.kind === 'availability',
    );
    return {
      unit: 'ratio',
      lines: [{ name: 'Error ratio', query: errorRatioQuery(context, range) }],
      limit: objective && {
        value: allowanceOf(objective),
        title: `objective ${formatQuantity({
          value: allowanceOf(objective),
          unit: 'ratio',
        })}`,
      },
    };
  },
  latency: (context, range) => {
    const { target } = context;
    const objective = target.objectives.find(it => it.kind === 'latency');
    return {
      unit: 'seconds',
      lines: quantilesOf(target).map(quantile => ({
        name: nameOf(quantile),
        query: quantileOf(quantile, range, target.preset, selectionOf(context)),
      })),
      limit:
        objective?.kind === 'latency'
          ? {
              value: objective.seconds,
              title: `objective ${formatQuantity({
                value: objective.seconds,
                unit: 'seconds',
              })} (${nameOf(objective.quantile)})`,
            }
          : undefined,
    };
  },
  saturation: context => {
    const { target, settings } = context;
    const selection = selectionOf(context, target.resourceMatchers);
    const bound = settings.limits.saturation;
    return {
      unit: 'ratio',
      lines: [
        ...target.preset.resources.map(resource => ({
          name: resource.title,
          query: shareOf(resource, selection),
        })),
        ...ownLines(context),
      ],
      limit: {
        value: bound,
        title: `limit ${formatQuantity({ value: bound, unit: 'ratio' })}`,
      },
    };
  },
  'burn-rate': context => {
    const [page] = BURN_RULES;
    return {
      unit: 'multiple',
      lines: context.target.objectives.flatMap(objective =>
        BURN_WINDOWS.map(window => ({
          name: `${
            objective.kind === 'latency' ? 'Latency' : 'Errors'
          }, ${words(window)}`,
          query: budgetQuery(context, objective, window),
        })),
      ),
      limit: { value: page.rate, title: `pages at ${page.rate}×` },
    };
  },
};
