/**
 * The tokens of the design: the one place where a colour, a size or a font is
 * written down. `portico*` CSS variables, the Material UI themes and the
 * `--bui-*` variables of `@backstage/ui` are all derived from here.
 */

/** The colours of one mode, as `#RRGGBB`. */
export interface ColourTokens {
  /** The page. */
  bg: string;
  /** The navigation. */
  nav: string;
  /** Fields, menus, tiles. */
  surface: string;
  /** Code and logs. */
  sunken: string;
  /** What the pointer is over. */
  hover: string;
  /** Between rows; decoration. */
  rule: string;
  /** Over a section; decoration. */
  rule2: string;
  /** Borders of fields and buttons, limit lines. */
  control: string;
  /** Values and names. */
  ink: string;
  /** Sentences and labels. */
  ink2: string;
  /** Ages, units, axes; never smaller than 11 px. */
  ink3: string;
  /** Links, selection, what is under way. */
  accent: string;
  /** The accent under the pointer. */
  accent2: string;
  accentWash: string;
  onAccent: string;
  ok: string;
  okFill: string;
  okWash: string;
  /** Healthy days and tiles: decoration, the figure beside them says it. */
  okQuiet: string;
  warn: string;
  warnFill: string;
  warnWash: string;
  bad: string;
  badFill: string;
  badWash: string;
  unk: string;
  unkWash: string;
  /** Series of charts, in this order; the sixth is "n more". */
  s1: string;
  s2: string;
  s3: string;
  s4: string;
  s5: string;
  s6: string;
  /** Menus and dialogs only. */
  shadow: string;
}

/** The two modes; the viewer's system decides unless they chose one. */
export type Mode = 'light' | 'dark';

export const colours: Record<Mode, ColourTokens> = {
  light: {
    bg: '#FAF7F2',
    nav: '#F2EDE4',
    surface: '#FFFEFB',
    sunken: '#F4EFE7',
    hover: '#F4EFE7',
    rule: '#E3DCD0',
    rule2: '#BDB3A4',
    control: '#857B6E',
    ink: '#211E1A',
    ink2: '#544E46',
    ink3: '#6C645A',
    accent: '#0E6570',
    accent2: '#0A4C55',
    accentWash: '#E2EEEE',
    onAccent: '#FFFFFF',
    ok: '#256E3B',
    okFill: '#2C7A45',
    okWash: '#E6F0E6',
    okQuiet: '#A9C4AE',
    warn: '#8A5200',
    warnFill: '#BE7200',
    warnWash: '#FBEFD6',
    bad: '#B3261E',
    badFill: '#B3261E',
    badWash: '#FBE8E4',
    unk: '#6C645A',
    unkWash: '#EEE9E0',
    s1: '#0E6570',
    s2: '#6480D8',
    s3: '#957F55',
    s4: '#B0628F',
    s5: '#2A2250',
    s6: '#8F867A',
    shadow: '0 1px 2px rgb(33 30 26 / .08), 0 8px 24px rgb(33 30 26 / .10)',
  },
  dark: {
    bg: '#181613',
    nav: '#11100E',
    surface: '#221F1B',
    sunken: '#11100E',
    hover: '#221F1B',
    rule: '#332E28',
    rule2: '#5C5449',
    control: '#8A8073',
    ink: '#F0EAE1',
    ink2: '#C3BAAD',
    ink3: '#A1978A',
    accent: '#6CC3CC',
    accent2: '#93D8DF',
    accentWash: '#16302F',
    onAccent: '#0B1F21',
    ok: '#7CC08A',
    okFill: '#7CC08A',
    okWash: '#1A2A1D',
    okQuiet: '#40644A',
    warn: '#E8B04A',
    warnFill: '#E8B04A',
    warnWash: '#332812',
    bad: '#F4907F',
    badFill: '#F4907F',
    badWash: '#3A1C18',
    unk: '#A1978A',
    unkWash: '#2A2621',
    s1: '#5FBFC9',
    s2: '#7C90E8',
    s3: '#A08F66',
    s4: '#B4668F',
    s5: '#EBD9F0',
    s6: '#7A7165',
    shadow: '0 1px 2px rgb(0 0 0 / .5), 0 8px 24px rgb(0 0 0 / .5)',
  },
};

/** The system's own fonts; no web font is loaded. */
export const fonts = {
  sans: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace',
};

/** Corner radii in px: marks; badges; fields and tiles. */
export const radii = { mark: 2, badge: 3, field: 4 };

/** Widths in px at which the layout changes, and of fixed parts. */
export const widths = {
  /** Below this a bar on top replaces the navigation. */
  bar: 900,
  /** Below this the navigation folds to icons. */
  fold: 1200,
  navigation: 216,
  navigationFolded: 56,
  content: 1520,
};
