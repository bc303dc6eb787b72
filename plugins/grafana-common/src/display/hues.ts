import type { ColorTheme } from './ColorTheme';

const SHADES = ['super-light-', 'light-', '', 'semi-dark-', 'dark-'];

/** Six shades of each hue, light to dark: the dark theme takes the first five, the light theme the last five. */
const HUES: Record<string, string> = {
  red: '#FFA6B0 #FF7383 #F2495C #E02F44 #C4162A #AD0317',
  orange: '#FFCB7D #FFB357 #FF9830 #FF780A #FA6400 #E55400',
  yellow: '#FFF899 #FFEE52 #FADE2A #F2CC0C #E0B400 #CC9D00',
  green: '#C8F2C2 #96D98D #73BF69 #56A64B #37872D #19730E',
  blue: '#C0D8FF #8AB8FF #5794F2 #3274D9 #1F60C4 #1250B0',
  purple: '#DEB6F2 #CA95E5 #B877D9 #A352CC #8F3BB8 #7C2EA3',
};

/** `'A1B2C3D4E5F6'` → `['#A1B2C3', '#D4E5F6']`. */
export const hexes = (text: string): string[] =>
  (text.match(/.{6}/g) ?? []).map(hex => `#${hex}`);

const PRIMARY = [
  'green',
  'semi-dark-yellow',
  'blue',
  'orange',
  'red',
  'purple',
];
const NAMES = ['green', 'yellow', 'blue', 'orange', 'red', 'purple'];

/** Colours that Grafana gives to series in turn. */
export const CLASSIC_PALETTE: readonly string[] = [
  ...PRIMARY,
  ...NAMES.map(name => `dark-${name}`),
  ...NAMES.map(name => `super-light-${name}`),
  ...hexes(
    '447EBCC15C17890F020A437C6D1F62584477B7DBABF4D59870DBEDF9BA8FF2919182B5D8' +
      'E5A8E2AEA2E0629E51E5AC0E64B0C8E0752DBF1B000A50A1962D82614D939AC48AF2C96D' +
      '65C5DBF9934EEA64605195CED683CE806EB73F68339673022F575E99440A58140C052B51' +
      '5117493F2B5BE0F9D7FCEACACFFAFFF9E2D2FCE2DEBADFF4F9D9F9DEDAF7',
  ),
];

/** Grafana's own colours of its light and its dark theme. */
export function grafanaTheme(mode: 'light' | 'dark'): ColorTheme {
  const light = mode === 'light';
  const background = light ? '#FFFFFF' : '#181B1F';
  const names = new Map<string, string>([
    ['transparent', light ? 'rgba(255, 255, 255, 0)' : 'rgba(0,0,0,0)'],
    ['panel-bg', background],
    ['text', light ? 'rgba(36, 41, 46, 1)' : 'rgb(204, 204, 220)'],
  ]);
  for (const [hue, colors] of Object.entries(HUES)) {
    const shades = colors.split(' ').slice(light ? 1 : 0);
    SHADES.forEach((shade, index) => {
      names.set(`${shade}${hue}`, shades[index]);
    });
  }
  return {
    colorOf: name => names.get(name) ?? (name || '#808080'),
    palette: CLASSIC_PALETTE,
    background,
  };
}
