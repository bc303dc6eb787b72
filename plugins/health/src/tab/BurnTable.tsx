import {
  formatQuantity,
  type HealthChart,
  type HealthState,
  type HealthVerdict,
} from '@portico/plugin-health-common';
import {
  EmptyState,
  ErrorState,
  errorWords,
  Section,
  State,
  Table,
  Td,
  Th,
  Waiting,
} from '@portico/ui';
import { lastKnown } from '../charts/shownSeries';
import { burnPairs, type BurnPair } from './burnPairs';
import { useChart } from './useChart';

/** Past its threshold, a pair says what follows. */
const WORDS: Partial<Record<HealthState, string>> = {
  healthy: 'within',
  unknown: 'unknown',
};

function burnWords(value?: number): string {
  return value === undefined
    ? 'unknown'
    : formatQuantity({ value, unit: 'multiple' });
}

function Row({ pair, objective }: { pair: BurnPair; objective: string }) {
  const { long, short, rate, longBurn, shortBurn, consequence, state } = pair;
  return (
    <tr>
      <Th scope="row">{objective}</Th>
      <Td nowrap>
        {long} and {short}
      </Td>
      <Td end>{burnWords(longBurn)}</Td>
      <Td end>{burnWords(shortBurn)}</Td>
      <Td end quiet>
        {rate}×
      </Td>
      <Td nowrap>
        <State state={state}>{WORDS[state] ?? consequence}</State>
      </Td>
    </tr>
  );
}

/** How fast the budget burns over the four pairs of windows; a pair counts only if both are past its threshold. */
export function BurnTable(props: {
  verdict: HealthVerdict;
  environment: string;
  onChart(chart: HealthChart): void;
  className?: string;
}) {
  const { verdict, environment, onChart, className } = props;
  const { value, error, reload } = useChart(
    verdict.entityRef,
    { chart: 'burn-rate', range: 'now', environment },
    onChart,
  );
  const latest = new Map(
    value?.chart.series.map(({ name, values }) => [name, lastKnown(values)]),
  );
  return (
    <Section
      title="Burn rate"
      qualifier="1× uses the budget up in 28 days"
      className={className}
      tone={error ? 'stale' : 'fine'}
    >
      {!value && !error && <Waiting rows={4} />}
      {error && (
        <ErrorState
          what={value ? 'Not current.' : 'Burn rates: nobody could say'}
          why={errorWords(error)}
          retry={reload}
        />
      )}
      {value &&
        (latest.size === 0 ? (
          <EmptyState
            what="No objective, no budget"
            why="An objective in portico/slo says how much may fail."
          />
        ) : (
          <Table label="Burn rates">
            <thead>
              <tr>
                <Th>Objective</Th>
                <Th>Windows</Th>
                <Th end>Long</Th>
                <Th end>Short</Th>
                <Th end>Threshold</Th>
                <Th>State</Th>
              </tr>
            </thead>
            <tbody>
              {burnPairs(latest).flatMap(({ objective, pairs }) =>
                pairs.map(pair => (
                  <Row
                    key={`${objective} ${pair.rate}`}
                    objective={objective}
                    pair={pair}
                  />
                )),
              )}
            </tbody>
          </Table>
        ))}
    </Section>
  );
}
