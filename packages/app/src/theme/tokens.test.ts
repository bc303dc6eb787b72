import { contrast } from './contrast';
import { cssVariables } from './cssVariables';
import { colours, ColourTokens, Mode } from './tokens';

const grounds: Array<keyof ColourTokens> = ['bg', 'nav', 'surface'];
const texts: Array<keyof ColourTokens> = ['ink', 'ink2', 'ink3', 'accent'];
const states: Array<[keyof ColourTokens, keyof ColourTokens]> = [
  ['ok', 'okWash'],
  ['warn', 'warnWash'],
  ['bad', 'badWash'],
  ['unk', 'unkWash'],
  ['accent', 'accentWash'],
];

describe.each<Mode>(['light', 'dark'])('tokens, %s', mode => {
  const c = colours[mode];

  it.each(texts)('%s can be read on page, navigation and surface', text => {
    for (const ground of grounds) {
      expect(contrast(c[text], c[ground])).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(states)(
    '%s can be read on the page and on its wash',
    (text, wash) => {
      expect(contrast(c[text], c.bg)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(c[text], c[wash])).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('text on the accent can be read', () => {
    expect(contrast(c.onAccent, c.accent)).toBeGreaterThanOrEqual(4.5);
  });

  it.each<keyof ColourTokens>(['control', 'okFill', 'warnFill', 'badFill'])(
    '%s is told from the page',
    token => {
      expect(contrast(c[token], c.bg)).toBeGreaterThanOrEqual(3);
    },
  );

  it.each<keyof ColourTokens>(['s1', 's2', 's3', 's4', 's5'])(
    'series %s is told from the page',
    token => {
      expect(contrast(c[token], c.bg)).toBeGreaterThanOrEqual(3);
    },
  );
});

describe('CSS variables', () => {
  it('name the tokens as charts and third-party pages expect them', () => {
    expect(cssVariables).toContain('--portico-ink-2: #544E46;');
    expect(cssVariables).toContain('--portico-ok-fill: #7CC08A;');
    expect(cssVariables).toContain('--portico-s1: #0E6570;');
    expect(cssVariables).toContain('--portico-accent-wash: #16302F;');
    expect(cssVariables).toContain('--bui-bg-app: #181613;');
  });

  it('leave no token without a value', () => {
    expect(cssVariables).not.toMatch(/undefined|NaN/);
  });
});
