import type { ColorTheme } from '@portico/plugin-grafana-common';
import { useEffect, useState } from 'react';
import { readColorTheme } from './themeColors';

/** The colours of panels; renewed when the page's theme changes. */
export function useColorTheme(): ColorTheme {
  const [theme, setTheme] = useState(readColorTheme);
  useEffect(() => {
    const read = () => setTheme(readColorTheme());
    // What was read while rendering may be of the theme before.
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.body, {
      attributes: true,
      attributeFilter: ['data-theme-mode'],
    });
    return () => observer.disconnect();
  }, []);
  return theme;
}
