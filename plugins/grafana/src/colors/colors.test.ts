import {
  contrastOf,
  createDisplay,
  fieldSeriesColor,
} from '@portico/plugin-grafana-common';
import { cssColor, mixed, onColor, readable, seriesColor } from '.';
import { readColorTheme } from './themeColors';

afterEach(() => {
  delete document.body.dataset.themeMode;
  document.body.removeAttribute('style');
});

test('takes the theme’s colours for names that mean a state', () => {
  document.body.style.setProperty('--portico-bad-fill', '#F4907F');
  expect(cssColor('red')).toBe('#F4907F');
  expect(cssColor('green')).toBe('#2C7A45');
  expect(cssColor('#abcdef')).toBe('#abcdef');
  expect(cssColor('rgb(1, 2, 3)')).toBe('rgb(1, 2, 3)');
});

test('takes Grafana’s own shades of the mode that the page is in', () => {
  expect(cssColor('semi-dark-blue')).toBe('#1F60C4');
  document.body.dataset.themeMode = 'dark';
  expect(cssColor('semi-dark-blue')).toBe('#3274D9');
});

test('gives series the portal’s five colours, then Grafana’s palette', () => {
  const color = (seriesIndex: number) =>
    seriesColor({
      type: 'number',
      config: { color: { mode: 'palette-classic' } },
      seriesIndex,
    });
  expect([0, 1, 4].map(color)).toEqual(['#0E6570', '#6480D8', '#2A2250']);
  expect(color(5)).toBe(cssColor('green'));
});

test('colours values by thresholds in the theme’s colours', () => {
  const field = {
    type: 'number' as const,
    config: {
      thresholds: {
        mode: 'absolute' as const,
        steps: [
          { value: null, color: 'green' },
          { value: 300, color: 'red' },
        ],
      },
    },
    values: [120, 480],
  };
  const theme = readColorTheme();
  expect(createDisplay(field, { theme })(120).color).toBe('#2C7A45');
  expect(fieldSeriesColor(field, theme)).toBe('#B3261E');
});

test.each(['#FAF7F2', '#181613'])('keeps words readable on %s', background => {
  for (const name of ['light-yellow', 'dark-blue', '#808080', '#FFFFFF']) {
    const big = readable(cssColor(name), background);
    const small = readable(cssColor(name), background, 4.5);
    expect(contrastOf(big, background)).toBeGreaterThanOrEqual(3);
    expect(contrastOf(small, background)).toBeGreaterThanOrEqual(4.5);
  }
});

test('writes on a colour in what reads better', () => {
  expect(onColor('#E8B04A')).toBe('#211e1a');
  expect(onColor('#B3261E')).toBe('#ffffff');
  expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
});
