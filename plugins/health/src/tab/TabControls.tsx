import { Toggle } from '@portico/ui';
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
      <Toggle
        label="Time"
        choices={RANGES.map(value => ({ value, title: rangeWords(value) }))}
        pressed={[view.range]}
        onToggle={view.setRange}
      />
    </div>
  );
}
