import { palettes } from '@backstage/theme';
import { colours, Mode } from './tokens';

/** The palette that both Material UI generations and core-components read. */
export function createPalette(mode: Mode) {
  const c = colours[mode];
  return {
    ...palettes[mode],
    type: mode,
    mode,
    background: { default: c.bg, paper: c.surface },
    primary: { main: c.accent, dark: c.accent2, contrastText: c.onAccent },
    secondary: { main: c.accent, dark: c.accent2, contrastText: c.onAccent },
    success: { main: c.okFill, dark: c.ok, light: c.okWash },
    warning: { main: c.warnFill, dark: c.warn, light: c.warnWash },
    error: { main: c.bad, dark: c.bad, light: c.badWash },
    info: { main: c.accent, dark: c.accent2, light: c.accentWash },
    text: { primary: c.ink, secondary: c.ink2, disabled: c.ink3 },
    divider: c.rule,
    border: c.rule,
    textContrast: c.ink,
    textSubtle: c.ink3,
    textVerySubtle: c.rule2,
    highlight: c.accentWash,
    link: c.accent,
    linkHover: c.accent2,
    gold: c.accent,
    errorBackground: c.badWash,
    warningBackground: c.warnWash,
    infoBackground: c.accentWash,
    errorText: c.bad,
    warningText: c.warn,
    infoText: c.accent,
    status: {
      ok: c.okFill,
      warning: c.warnFill,
      error: c.badFill,
      running: c.accent,
      pending: c.unk,
      aborted: c.unk,
    },
    action: {
      active: c.ink2,
      hover: c.hover,
      selected: c.accentWash,
      focus: c.hover,
      disabled: c.ink3,
      disabledBackground: c.unkWash,
    },
    navigation: {
      background: c.nav,
      indicator: c.accent,
      color: c.ink2,
      selectedColor: c.ink,
      navItem: { hoverBackground: c.hover },
      submenu: { background: c.nav },
    },
    tabbar: { indicator: c.accent },
    code: { background: c.sunken },
    banner: {
      info: c.accentWash,
      error: c.badWash,
      warning: c.warnWash,
      text: c.ink,
      link: c.accent,
      closeButtonColor: c.ink2,
    },
  };
}
