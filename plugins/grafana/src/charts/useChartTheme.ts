import { useMemo, useSyncExternalStore } from 'react';
import { readColorTheme, themeMode, tokenColor } from '../colors';
import { Look } from './Look';

/** The ground that charts are drawn on, in colours that a canvas understands. */
export interface ChartTheme {
  look: Look;
  ink2: string;
  ink3: string;
  rule: string;
  bg: string;
  font: string;
}

function subscribe(listener: () => void) {
  const observer = new MutationObserver(listener);
  observer.observe(document.body, {
    attributes: true,
    attributeFilter: ['data-theme-mode'],
  });
  return () => observer.disconnect();
}

/** Colours and fonts of the page; another one as soon as the reader changes between light and dark. */
export function useChartTheme(): ChartTheme {
  const mode = useSyncExternalStore(subscribe, themeMode);
  return useMemo(() => {
    void mode;
    const style = getComputedStyle(document.body);
    const sans = style.getPropertyValue('--portico-sans').trim();
    return {
      look: new Look(readColorTheme()),
      ink2: tokenColor('ink-2'),
      ink3: tokenColor('ink-3'),
      rule: tokenColor('rule'),
      bg: tokenColor('bg'),
      font: `11px ${sans || 'system-ui, sans-serif'}`,
    };
  }, [mode]);
}
