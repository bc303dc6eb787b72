import { RANGES, rangeWords } from './ranges';
import styles from './HealthTab.module.css';
import type { TabView } from './useTabView';

/** Which time and which environment, at the right of the verdict's line. */
export function TabControls(props: { view: TabView; environments: string[] }) {
  const { view, environments } = props;
  return (
    <div className={styles.controls}>
      {environments.length > 1 && (
        <select
          aria-label="Environment"
          value={view.environment}
          onChange={event => view.setEnvironment(event.target.value)}
        >
          {environments.map(one => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )}
      <div className={styles.ranges} role="group" aria-label="Time">
        {RANGES.map(range => (
          <button
            key={range}
            type="button"
            aria-pressed={range === view.range}
            onClick={() => view.setRange(range)}
          >
            {rangeWords(range)}
          </button>
        ))}
      </div>
    </div>
  );
}
