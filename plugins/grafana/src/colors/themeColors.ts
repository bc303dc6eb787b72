import {
  CLASSIC_PALETTE,
  type ColorTheme,
  grafanaTheme,
} from '@portico/plugin-grafana-common';

/** The mode of the page, as the app's theme puts it on the body. */
export function themeMode(): 'light' | 'dark' {
  return document.body.dataset.themeMode === 'dark' ? 'dark' : 'light';
}

/** Names that mean a state, with the token of the theme that means the same and keeps its contrast. */
const STATES: Record<string, string> = {
  green: 'ok-fill',
  yellow: 'warn-fill',
  orange: 'warn-fill',
  red: 'bad-fill',
};
const SERIES = ['s1', 's2', 's3', 's4', 's5'];

/** Where no theme is on the page, as in tests: the tokens' light values. */
const LIGHT: Record<string, string> = {
  'ok-fill': '#2C7A45',
  'warn-fill': '#BE7200',
  'bad-fill': '#B3261E',
  s1: '#0E6570',
  s2: '#6480D8',
  s3: '#957F55',
  s4: '#B0628F',
  s5: '#2A2250',
  bg: '#FAF7F2',
  ink: '#211E1A',
};

/** A colour token of the theme as it is now, e.g. `ink-3`: a colour that a canvas can use. */
export function tokenColor(token: string): string {
  const styles = getComputedStyle(document.body);
  const value = styles.getPropertyValue(`--portico-${token}`).trim();
  return value || LIGHT[token] || LIGHT.ink;
}

/**
 * Grafana's colours in the page's theme: plain `green`, `yellow`, `orange` and `red` are the states' colours, series
 * take the portal's five first; all others are Grafana's own of the same mode. All are colours that a canvas can use.
 */
export function readColorTheme(): ColorTheme {
  const grafana = grafanaTheme(themeMode());
  const background = tokenColor('bg');
  const own: Record<string, string> = {
    'panel-bg': background,
    text: tokenColor('ink'),
  };
  for (const [name, token] of Object.entries(STATES)) {
    own[name] = tokenColor(token);
  }
  return {
    background,
    colorOf: name => own[name] ?? grafana.colorOf(name),
    palette: [...SERIES.map(tokenColor), ...CLASSIC_PALETTE],
  };
}
