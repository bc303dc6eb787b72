import {
  HEALTH_STATES,
  type HealthState,
  type HealthSummary,
} from '@portico/plugin-health-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Stands for services without a team or a system. */
export const NONE = 'none';

/** Which services are shown; what is left out narrows nothing. */
export interface Filters {
  /** Part of the name, in any case. */
  name?: string;
  states: HealthState[];
  /** Entity references, or `none`. */
  team?: string;
  system?: string;
}

export type Grouping = 'team' | 'system';
export type Look = 'table' | 'tiles';

/** Whether a service is among those that are shown. */
export function matches(item: HealthSummary, filters: Filters): boolean {
  const { name, states, team, system } = filters;
  return (
    (!name || item.title.toLowerCase().includes(name.toLowerCase())) &&
    (states.length === 0 || states.includes(item.state)) &&
    (!team || (item.owner ?? NONE) === team) &&
    (!system || (item.system ?? NONE) === system)
  );
}

/** Filters, grouping and look, as they stand in the address. */
export function useServiceView() {
  const [parameters, setParameters] = useSearchParams();
  const filters = useMemo((): Filters => {
    const words = parameters.get('state')?.split(',') ?? [];
    return {
      name: parameters.get('name') ?? undefined,
      states: HEALTH_STATES.filter(state => words.includes(state)),
      team: parameters.get('team') ?? undefined,
      system: parameters.get('system') ?? undefined,
    };
  }, [parameters]);
  const set = (key: string, value: string | undefined) =>
    setParameters(
      before => {
        const next = new URLSearchParams(before);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  const look = parameters.get('view');
  return {
    filters,
    by: (parameters.get('by') === 'system' ? 'system' : 'team') as Grouping,
    /** Undefined while nobody has chosen one. */
    look: (look === 'table' || look === 'tiles' ? look : undefined) as
      | Look
      | undefined,
    set: set as (
      key: 'name' | 'team' | 'system' | 'by' | 'view',
      value: string | undefined,
    ) => void,
    toggle: (state: HealthState) => {
      const { states } = filters;
      const next = states.includes(state)
        ? states.filter(one => one !== state)
        : [...states, state];
      set('state', next.join(','));
    },
  };
}

export type ServiceView = ReturnType<typeof useServiceView>;
