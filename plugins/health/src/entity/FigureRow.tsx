import {
  formatQuantity,
  type Figure as HealthFigure,
  type FigureName,
  type HealthSignal,
  type HealthVerdict,
} from '@portico/plugin-health-common';
import { Figure, Figures, Sparkline, State } from '@portico/ui';
import { Changing } from '../parts/Changing';
import { toneOf } from '../parts/stateWords';
import { againstLimit, comparison, recentOf, splitUnit } from './figureWords';

const SHOWN: { name: FigureName; label: string; period?: string }[] = [
  { name: 'requestsPerSecond', label: 'Requests' },
  { name: 'errorRatio', label: 'Error ratio' },
  { name: 'latencyP95Seconds', label: 'p95 latency' },
  { name: 'errorBudgetLeft', label: 'Error budget left', period: '28 days' },
];

/** A deploy to draw on lines of time. */
export interface DeployMark {
  /** ISO 8601. */
  at: string;
  /** Short revision. */
  title: string;
}

/** The number, or the word for why there is none. */
function textOf(figure: HealthFigure): string {
  if ('value' in figure) return formatQuantity(figure.value);
  return 'none' in figure ? 'none' : 'unknown';
}

/** The signal that gave a figure; other environments have the same figures. */
function signalOf(name: FigureName, { signals, figures }: HealthVerdict) {
  const said = figures[name];
  const all = signals.filter(it => it.figure === name);
  return (
    all.find(
      ({ value }) =>
        said && 'value' in said && value?.value === said.value.value,
    ) ?? all.at(0)
  );
}

/** 0, none and unknown differ: a number, "none" with why, "unknown" with why. */
function OneFigure(props: {
  figure: (typeof SHOWN)[number];
  verdict: HealthVerdict;
  signal?: HealthSignal;
  marks: DeployMark[];
}) {
  const { figure, verdict, signal, marks } = props;
  const { name, label, period } = figure;
  const { recent } = verdict;
  const said = verdict.figures[name] ?? { unknown: 'nothing is measured' };
  const { value, unit } = splitUnit(textOf(said));
  const state = 'value' in said ? said.state : 'healthy';
  const against = againstLimit(said);
  const values = recentOf(name, recent);
  const drawn = recent && values?.some(it => it !== null);
  return (
    <Figure
      label={label}
      aside={
        against ? <State state={against.state}>{against.words}</State> : period
      }
      value={<Changing value={value}>{value}</Changing>}
      unit={unit}
      comparison={comparison(name, verdict, signal)}
      tone={toneOf(state, signal?.stale !== undefined)}
    >
      {drawn && (
        <Sparkline
          values={values ?? []}
          from={recent.from}
          stepSeconds={recent.stepSeconds}
          limit={
            'value' in said && name !== 'requestsPerSecond'
              ? said.limit?.value
              : undefined
          }
          state={state}
          since={signal?.since}
          marks={marks}
          label={`${label} over the last hour`}
        />
      )}
    </Figure>
  );
}

/** Requests, errors, latency and budget, each with its last hour. */
export function FigureRow(props: {
  verdict: HealthVerdict;
  marks: DeployMark[];
}) {
  const { verdict, marks } = props;
  return (
    <Figures>
      {SHOWN.map(figure => (
        <OneFigure
          key={figure.name}
          figure={figure}
          verdict={verdict}
          signal={signalOf(figure.name, verdict)}
          marks={marks}
        />
      ))}
    </Figures>
  );
}
