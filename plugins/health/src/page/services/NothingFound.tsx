import type { HealthSummary } from '@portico/plugin-health-common';
import { EmptyState, Icon } from '@portico/ui';
import { formatCount, nameOf } from '../../parts/names';
import styles from './NothingFound.module.css';
import { matches, NONE, type ServiceView } from './useServiceView';

const nameOr = (ref: string, one: string) =>
  ref === NONE ? `no ${one}` : nameOf(ref);

/** The filters as chips, each with what would be found without it. */
export function NothingFound(props: {
  items: HealthSummary[];
  view: ServiceView;
}) {
  const { items, view } = props;
  const { filters, set, toggle } = view;
  const { name, states, team, system } = filters;
  const chips = [
    ...(name
      ? [
          {
            words: `name: ${name}`,
            without: { ...filters, name: undefined },
            remove: () => set('name', undefined),
          },
        ]
      : []),
    ...states.map(state => ({
      words: state as string,
      without: { ...filters, states: states.filter(one => one !== state) },
      remove: () => toggle(state),
    })),
    ...(team
      ? [
          {
            words: `team: ${nameOr(team, 'team')}`,
            without: { ...filters, team: undefined },
            remove: () => set('team', undefined),
          },
        ]
      : []),
    ...(system
      ? [
          {
            words: `system: ${nameOr(system, 'system')}`,
            without: { ...filters, system: undefined },
            remove: () => set('system', undefined),
          },
        ]
      : []),
  ];
  return (
    <EmptyState
      what="No service is like that"
      why="Remove one, and there are as many as it says."
      action={chips.map(({ words, without, remove }) => {
        const found = items.filter(item => matches(item, without)).length;
        return (
          <button
            key={words}
            type="button"
            className={styles.chip}
            onClick={remove}
          >
            {words} <Icon name="x" size={10} />
            <span>finds {formatCount(found)}</span>
          </button>
        );
      })}
    />
  );
}
