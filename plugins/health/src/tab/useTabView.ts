import { useSearchParams } from 'react-router-dom';
import { RANGES, type Range } from './ranges';

/** What the tab shows, as its address has it. */
export interface TabView {
  range: Range;
  environment: string;
  setRange(range: Range): void;
  setEnvironment(environment: string): void;
}

/** Range and environment, kept in the address: a link shows the same. */
export function useTabView(environments: string[]): TabView {
  const [search, setSearch] = useSearchParams();
  const set = (name: string) => (value: string) =>
    setSearch(
      before => {
        const after = new URLSearchParams(before);
        after.set(name, value);
        return after;
      },
      { replace: true },
    );
  const asked = search.get('environment');
  return {
    range: RANGES.find(one => one === search.get('range')) ?? '1h',
    environment:
      environments.find(one => one === asked) ??
      environments[0] ??
      'production',
    setRange: set('range'),
    setEnvironment: set('environment'),
  };
}
