import { useEntityList } from '@backstage/plugin-catalog-react';
import { HEALTH_STATES, type HealthState } from '@portico/plugin-health-common';
import { State } from '@portico/ui';
import { useEffect, useId } from 'react';
import styles from './HealthFilter.module.css';
import { HealthStateFilter, type FiltersWithHealth } from './HealthStateFilter';

/** Narrows the catalog list down to states; unknown is a choice of its own. */
export function HealthFilter() {
  const id = useId();
  const { filters, updateFilters, queryParameters } =
    useEntityList<FiltersWithHealth>();
  const asked = [queryParameters.health ?? []].flat().join(',');

  useEffect(() => {
    const health = HealthStateFilter.fromQuery(asked.split(','));
    if (health) updateFilters({ health });
  }, [asked, updateFilters]);

  const kind = filters.kind?.value.toLowerCase();
  if (kind && kind !== 'component') return null;
  const chosen = filters.health?.states ?? [];
  const toggle = (state: HealthState) => {
    const states = chosen.includes(state)
      ? chosen.filter(one => one !== state)
      : [...chosen, state];
    updateFilters({
      health: states.length > 0 ? new HealthStateFilter(states) : undefined,
    });
  };
  return (
    <div className={styles.filter} role="group" aria-labelledby={id}>
      <div id={id} className={styles.label}>
        Health
      </div>
      {HEALTH_STATES.map(state => (
        <label key={state} className={styles.choice}>
          <input
            type="checkbox"
            checked={chosen.includes(state)}
            onChange={() => toggle(state)}
          />
          <State state={state} />
        </label>
      ))}
    </div>
  );
}
