import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { ThemeBlueprint } from '@backstage/plugin-app-react';
import { RiMoonLine, RiSunLine } from '@remixicon/react';
import { PorticoTheme } from './PorticoTheme';
import { Mode } from './tokens';

function makeTheme(mode: Mode, title: string, icon: JSX.Element) {
  return ThemeBlueprint.make({
    name: mode,
    params: {
      theme: { id: mode, title, variant: mode, icon, Provider: PorticoTheme },
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
