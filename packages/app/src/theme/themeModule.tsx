import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { UnifiedThemeProvider } from '@backstage/theme';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { ReactNode } from 'react';
import { cssVariables } from './cssVariables';
import { createPorticoTheme } from './themes';
import { Mode } from './tokens';

function makeTheme(mode: Mode, title: string, icon: JSX.Element) {
  const theme = createPorticoTheme(mode);
  return ThemeBlueprint.make({
    name: mode,
    params: {
      theme: {
        id: mode,
        title,
        variant: mode,
        icon,
        Provider: ({ children }: { children: ReactNode }) => (
          <UnifiedThemeProvider theme={theme} themeName="portico">
            <style>{cssVariables}</style>
            {children}
          </UnifiedThemeProvider>
        ),
      },
    },
  });
}

/** Light and dark; they replace Backstage's two, so "auto" follows the system. */
export const themeModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    makeTheme('light', 'Light', <RiSunLine size={20} />),
    makeTheme('dark', 'Dark', <RiMoonLine size={20} />),
  ],
});
