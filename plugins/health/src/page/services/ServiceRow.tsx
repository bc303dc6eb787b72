import type {
  HealthHistory,
  HealthSummary,
} from '@portico/plugin-health-common';
import { formatQuantity } from '@portico/plugin-health-common';
import { formatLasting } from '@portico/ui';
import { memo } from 'react';
import { Link } from 'react-router-dom';
import { FigureText } from '../../parts/FigureText';
import { StateMark } from '../../parts/StateMark';
import { UptimeBar } from '../../parts/UptimeBar';
import { STOP } from '../../parts/useOneStop';
import styles from './AllServices.module.css';

/** One service on one line: state, name, 90 days, their uptime, p95 and budget left. */
export const ServiceRow = memo(function Row(props: {
  item: HealthSummary;
  to: string;
  history: HealthHistory | undefined;
}) {
  const { item, to, history } = props;
  const { title, state, figures } = item;
  return (
    <div className={styles.row}>
      <span className={styles.mark}>
        <StateMark state={state} />
      </span>
      <Link {...STOP} to={to} className={styles.name} title={title}>
        {title}
      </Link>
      <span className={styles.bar}>
        {history && <UptimeBar name={title} history={history} />}
      </span>
      <span className={styles.number} data-column="uptime">
        {history && <Uptime history={history} />}
      </span>
      <span className={styles.number}>
        <FigureText figure={figures.latencyP95Seconds} />
      </span>
      <span className={styles.number} data-column="budget">
        <FigureText figure={figures.errorBudgetLeft} absent="none" />
      </span>
    </div>
  );
});

/** The uptime, once there is enough to speak of one. */
function Uptime({ history }: { history: HealthHistory }) {
  const { uptime, knownSeconds } = history;
  if (uptime !== undefined) {
    return <>{formatQuantity({ value: uptime, unit: 'ratio' })}</>;
  }
  const known = formatLasting(knownSeconds);
  return (
    <span
      className={styles.new}
      title={`Known for ${known}; an uptime takes a day`}
    >
      {knownSeconds > 0 ? 'new' : '?'}
    </span>
  );
}

/** The heads of these columns, once for each column of groups. */
export function ServiceHeads({ days }: { days: string }) {
  return (
    <div className={styles.heads} aria-hidden="true">
      <span />
      <span>Service</span>
      <span>{days}</span>
      <span data-column="uptime">90 days</span>
      <span>p95</span>
      <span data-column="budget">Budget</span>
    </div>
  );
}
