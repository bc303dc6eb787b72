import {
  createUnifiedTheme,
  genPageTheme,
  UnifiedTheme,
  UnifiedThemeOptions,
} from '@backstage/theme';
import { backstage } from './components/backstage';
import { controls } from './components/controls';
import { surfaces } from './components/surfaces';
import { tables } from './components/tables';
import { createPalette } from './palette';
import { ColourTokens, colours, fonts, Mode } from './tokens';
import { typography } from './typography';

function baseline(c: ColourTokens) {
  return {
    MuiCssBaseline: {
      styleOverrides: {
        body: {
          backgroundColor: c.bg,
          color: c.ink,
          fontFamily: fonts.sans,
          fontSize: 14,
          lineHeight: '20px',
        },
      },
    },
  };
}

/** The theme of one mode for both generations of Material UI. */
export function createPorticoTheme(mode: Mode): UnifiedTheme {
  const c = colours[mode];
  const plainPage = {
    ...genPageTheme({ colors: [c.bg, c.bg], shape: 'none' }),
    backgroundImage: 'none',
    fontColor: c.ink,
  };
  return createUnifiedTheme({
    palette: createPalette(mode),
    fontFamily: fonts.sans,
    typography,
    defaultPageTheme: 'home',
    pageTheme: { home: plainPage },
    components: {
      ...baseline(c),
      ...surfaces(c),
      ...controls(c),
      ...tables(c),
      ...backstage(c),
    } as UnifiedThemeOptions['components'],
  });
}
