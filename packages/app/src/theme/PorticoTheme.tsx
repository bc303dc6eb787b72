import { appThemeApiRef, useApi } from '@backstage/frontend-plugin-api';
import { UnifiedThemeProvider } from '@backstage/theme';
import type { ReactNode } from 'react';
import { cssVariables } from './cssVariables';
import { createPorticoTheme } from './themes';

const themes = {
  light: createPorticoTheme('light'),
  dark: createPorticoTheme('dark'),
};

/**
 * Both themes, in one component: were they two, React would build the whole page anew when the system
 * turns dark, and what somebody has filled into a form would be lost. The app renders it again whenever
 * the choice or the system's preference changes, so it only has to look.
 */
export function PorticoTheme(props: { children: ReactNode }) {
  const chosen = useApi(appThemeApiRef).getActiveThemeId();
  const prefersDark = window.matchMedia?.(
    '(prefers-color-scheme: dark)',
  ).matches;
  const mode =
    chosen === 'light' || chosen === 'dark'
      ? chosen
      : (prefersDark && 'dark') || 'light';
  return (
    <UnifiedThemeProvider theme={themes[mode]} themeName="portico">
      <style>{cssVariables}</style>
      {props.children}
    </UnifiedThemeProvider>
  );
}
