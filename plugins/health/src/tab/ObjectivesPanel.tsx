import type { HealthChart, HealthVerdict } from '@portico/plugin-health-common';
import { ChartPanel } from '../charts/ChartPanel';
import { BurnTable } from './BurnTable';
import styles from './HealthTab.module.css';
import { useChart } from './useChart';

/** The error budget over its 28 days, and how fast it burns. */
export function ObjectivesPanel(props: {
  verdict: HealthVerdict;
  environment: string;
  onChart(chart: HealthChart): void;
}) {
  const { verdict, environment, onChart } = props;
  const budget = useChart(
    verdict.entityRef,
    { chart: 'error-budget', range: '28d', environment },
    onChart,
  );
  return (
    <div className={styles.grid}>
      <ChartPanel
        title="Error budget left, 28 days"
        live={budget}
        marks={[]}
        className={styles.six}
      />
      <BurnTable
        verdict={verdict}
        environment={environment}
        onChart={onChart}
        className={styles.six}
      />
    </div>
  );
}
