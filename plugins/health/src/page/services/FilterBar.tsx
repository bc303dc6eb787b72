import {
  HEALTH_STATES,
  type HealthSummary,
} from '@portico/plugin-health-common';
import { ChoiceField, Icon, NameField, StateShape, Toggle } from '@portico/ui';
import { useMemo } from 'react';
import { formatCount, nameOf } from '../../parts/names';
import { STATE_WORDS } from '../../parts/stateWords';
import styles from './FilterBar.module.css';
import { matches, NONE, type Look, type ServiceView } from './useServiceView';

/** Every team or system that has a service, by name. */
function choicesOf(
  items: HealthSummary[],
  refOf: (item: HealthSummary) => string | undefined,
  one: string,
) {
  const refs = [...new Set(items.map(item => refOf(item) ?? NONE))];
  return [
    { value: '', title: `All ${one}s` },
    ...refs
      .map(ref => ({
        value: ref,
        title: ref === NONE ? `No ${one}` : nameOf(ref),
      }))
      .sort((a, b) => a.title.localeCompare(b.title)),
  ];
}

/** Name, states with their counts, team, system; and how the list is arranged. */
export function FilterBar(props: {
  items: HealthSummary[];
  view: ServiceView;
  look: Look;
}) {
  const { items, view, look } = props;
  const { filters, by, set, toggle } = view;
  const teams = useMemo(
    () => choicesOf(items, it => it.owner, 'team'),
    [items],
  );
  const systems = useMemo(
    () => choicesOf(items, it => it.system, 'system'),
    [items],
  );
  const inReach = useMemo(
    () => items.filter(item => matches(item, { ...filters, states: [] })),
    [items, filters],
  );
  return (
    <div className={styles.bar} role="search" aria-label="Services">
      <NameField
        label="Filter by name"
        value={filters.name ?? ''}
        onChange={name => set('name', name)}
      />
      <Toggle
        label="State"
        pressed={filters.states}
        onToggle={toggle}
        choices={HEALTH_STATES.map(state => ({
          value: state,
          title: (
            <>
              <StateShape state={state} />
              {STATE_WORDS[state]}{' '}
              <b>
                {formatCount(
                  inReach.filter(item => item.state === state).length,
                )}
              </b>
            </>
          ),
        }))}
      />
      <ChoiceField
        label="Team"
        value={filters.team ?? ''}
        choices={teams}
        onChange={team => set('team', team)}
      />
      <ChoiceField
        label="System"
        value={filters.system ?? ''}
        choices={systems}
        onChange={system => set('system', system)}
      />
      <span className={styles.look}>
        <ChoiceField
          label="Grouped"
          value={by}
          choices={[
            { value: 'team', title: 'By team' },
            { value: 'system', title: 'By system' },
          ]}
          onChange={next => set('by', next)}
        />
        <Toggle
          label="View"
          pressed={[look]}
          onToggle={next => set('view', next)}
          choices={(['table', 'tiles'] as const).map(value => ({
            value,
            title: (
              <>
                <Icon name={value} size={14} />
                {value === 'table' ? 'Table' : 'Tiles'}
              </>
            ),
          }))}
        />
      </span>
    </div>
  );
}
