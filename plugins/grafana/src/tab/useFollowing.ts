import type { VariableView } from '@portico/plugin-grafana-common';
import { errorName } from '@portico/ui';
import { useCallback, useEffect, useRef } from 'react';
import type { TabControl } from './useTabState';

/**
 * Chooses values of a variable. What was chosen of those after it may not be offered any more (pods of another
 * cluster); where the backend then refuses it, they go back to what the dashboard has, as in Grafana.
 */
export function useFollowing(
  control: TabControl,
  variables: VariableView[],
  error?: Error,
): (name: string, values: string[]) => void {
  const { state, setValues } = control;
  const followers = useRef<string[]>([]);
  const choose = useCallback(
    (name: string, values: string[]) => {
      const names = variables.map(variable => variable.name);
      followers.current = names.slice(names.indexOf(name) + 1);
      setValues({ [name]: values });
    },
    [variables, setValues],
  );
  useEffect(() => {
    if (!error || errorName(error) !== 'ValueRefusedError') return;
    const given = followers.current.filter(name => state.values[name]);
    followers.current = [];
    if (given.length === 0) return;
    setValues(Object.fromEntries(given.map(name => [name, undefined])));
  }, [error, state.values, setValues]);
  return choose;
}
