import {
  formatQuantity,
  type HealthChart,
  type HealthSignal,
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
import styles from './HealthTab.module.css';
import { useChart } from './useChart';

function burnWords(value?: number): string {
  return value === undefined
    ? 'unknown'
    : formatQuantity({ value, unit: 'multiple' });
}

function Row({ pair }: { pair: BurnPair }) {
  const { long, short, rate, longBurn, shortBurn, consequence, state } = pair;
  return (
    <tr>
      <Th scope="row">
        {long} and {short}
      </Th>
      <Td end>{burnWords(longBurn)}</Td>
      <Td end>{burnWords(shortBurn)}</Td>
      <Td end quiet>
        {rate}×
      </Td>
      <Td nowrap>
        <State state={state}>
          {state === 'healthy' ? 'within' : consequence}
        </State>
      </Td>
    </tr>
  );
}

/** Burn rates as the source put them into words, one an objective. */
function Objectives({ signals }: { signals: HealthSignal[] }) {
  return (
    <>
      {signals.map(({ id, title, value, text, detail }) => (
        <p key={id} className={styles.note}>
          {title}: <b>{value ? formatQuantity(value) : text}</b>
          {detail && `, ${detail}`}
        </p>
      ))}
    </>
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
    { chart: 'burn-rate', range: '1h', environment },
    onChart,
  );
  const latest = new Map(
    value?.chart.series.map(({ name, values }) => [name, lastKnown(values)]),
  );
  const signals = verdict.signals.filter(
    it =>
      it.kind === 'burn-rate' &&
      (it.environment ?? 'production') === environment,
  );
  return (
    <Section
      title="Burn rate"
      qualifier="1× uses the budget up in 28 days"
      className={className}
      tone={error ? 'stale' : 'fine'}
    >
      <Objectives signals={signals} />
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
                <Th>Windows</Th>
                <Th end>Long</Th>
                <Th end>Short</Th>
                <Th end>Threshold</Th>
                <Th>State</Th>
              </tr>
            </thead>
            <tbody>
              {burnPairs(latest).map(pair => (
                <Row key={pair.rate} pair={pair} />
              ))}
            </tbody>
          </Table>
        ))}
    </Section>
  );
}
