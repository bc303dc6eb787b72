import Tooltip from '@mui/material/Tooltip';
import type { PanelData } from '@portico/plugin-grafana-common';
import { StateShape, type StateName } from '@portico/ui';
import styles from './PanelFrame.module.css';

type Severity = PanelData['notices'][number]['severity'];

const SHAPES: Record<Severity, StateName> = {
  error: 'failing',
  warning: 'degraded',
  info: 'unknown',
};
const ORDER: Severity[] = ['error', 'warning', 'info'];

/** What Grafana or the data source say beside the data: one mark, its words on hover and on focus. */
export function Notices({ notices }: Pick<PanelData, 'notices'>) {
  const worst = ORDER.find(one => notices.some(it => it.severity === one));
  if (!worst) return null;
  const words = notices.map(({ text }) => text).join('\n');
  return (
    <Tooltip
      title={<span style={{ whiteSpace: 'pre-line' }}>{words}</span>}
      describeChild
    >
      <button
        type="button"
        className={styles.info}
        aria-label={
          notices.length === 1 ? 'Notice' : `${notices.length} notices`
        }
      >
        <StateShape state={SHAPES[worst]} />
      </button>
    </Tooltip>
  );
}
