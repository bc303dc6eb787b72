import { RangePicker } from '../range/RangePicker';
import { RefreshControl } from '../refresh/RefreshControl';
import { Choice } from '../variables/Choice';
import styles from './DashboardsTab.module.css';

/** What other charts show where one is pointed at. */
export const CROSSHAIRS = ['off', 'crosshair', 'values'] as const;
export type Crosshair = (typeof CROSSHAIRS)[number];

const WORDS: Record<Crosshair, string> = {
  off: 'Crosshair alone',
  crosshair: 'Crosshair shared',
  values: 'Crosshair with values',
};

/** What all panels of the dashboard share: crosshair, time, and how often they are read. */
export function Controls(props: {
  interval: string;
  own?: string;
  onInterval(interval: string): void;
  onNow(): void;
  crosshair: Crosshair;
  onCrosshair(mode: Crosshair): void;
}) {
  const { crosshair, onCrosshair, ...refresh } = props;
  return (
    <div className={styles.controls} role="group" aria-label="Controls">
      <Choice
        label="Crosshair"
        value={crosshair}
        choices={CROSSHAIRS.map(value => ({ value, title: WORDS[value] }))}
        onChange={mode => onCrosshair(mode as Crosshair)}
      />
      <RangePicker />
      <RefreshControl {...refresh} />
    </div>
  );
}
