import type { VariableOption } from '@portico/plugin-grafana-common';
import { useEffect, useState } from 'react';

const TYPING_MS = 250;
/** More are not written; typing finds the others. */
const MOST_SHOWN = 200;

/** Asks the server for options whose text has this in it. */
export type SearchOptions = (
  search: string,
  signal: AbortSignal,
) => Promise<VariableOption[]>;

/** The options that fit what is typed; the server is asked where it holds more than it sent. */
export function useOptions(
  offered: VariableOption[],
  typed: string,
  search?: SearchOptions,
): { options: VariableOption[]; more: number; busy: boolean; error?: Error } {
  const [found, setFound] = useState<{
    typed: string;
    options: VariableOption[];
    error?: Error;
  }>();
  const asks = search !== undefined && typed !== '';

  useEffect(() => {
    if (!search || !asks) return undefined;
    const abort = new AbortController();
    const timer = setTimeout(
      () =>
        search(typed, abort.signal).then(
          options => setFound({ typed, options }),
          error => {
            if (!abort.signal.aborted) setFound({ typed, options: [], error });
          },
        ),
      TYPING_MS,
    );
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search, asks, typed]);

  const wanted = typed.toLocaleLowerCase();
  const fits = ({ text, value }: VariableOption) =>
    text.toLocaleLowerCase().includes(wanted) ||
    value.toLocaleLowerCase().includes(wanted);
  const here = offered.filter(fits);
  const current = asks && found?.typed === typed ? found : undefined;
  const known = new Set(here.map(({ value }) => value));
  const all = [
    ...here,
    ...(current?.options ?? []).filter(({ value }) => !known.has(value)),
  ];
  return {
    options: all.slice(0, MOST_SHOWN),
    more: Math.max(0, all.length - MOST_SHOWN),
    busy: asks && !current,
    error: current?.error,
  };
}
