/** Red, green and blue from 0 to 255, opacity from 0 to 1. */
export interface Rgb {
  r: number;
  g: number;
  b: number;
  a: number;
}

const BLACK: Rgb = { r: 0, g: 0, b: 0, a: 1 };

/** Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` and `rgba(…)`; black for what it does not know. */
export function parseColor(color: string): Rgb {
  const hex = /^#([\da-f]{3,8})$/i.exec(color)?.[1];
  if (hex) {
    const full = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex;
    const [r, g, b, a = 255] = (full.match(/../g) ?? []).map(two =>
      parseInt(two, 16),
    );
    return { r, g, b, a: a / 255 };
  }
  const numbers = /^rgba?\((.*)\)$/.exec(color)?.[1].match(/[\d.]+%?/g);
  if (!numbers || numbers.length < 3) {
    return BLACK;
  }
  const [r, g, b, a = 1] = numbers.map(text =>
    text.endsWith('%') ? parseFloat(text) / 100 : Number(text),
  );
  return { r, g, b, a };
}

const two = (value: number) =>
  Math.round(Math.min(255, Math.max(0, value)))
    .toString(16)
    .padStart(2, '0');

/** `#rrggbb`, without its opacity. */
export const toHex = ({ r, g, b }: Rgb): string =>
  `#${two(r)}${two(g)}${two(b)}`;

/** The colour with another opacity, as `rgba(…)`. */
export function withAlpha(color: string, alpha: number): string {
  const { r, g, b } = parseColor(color);
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

function luminance({ r, g, b }: Rgb): number {
  const [x, y, z] = [r, g, b].map(value => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

/** Contrast of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(a: string, b: string): number {
  const [dark, light] = [a, b]
    .map(color => luminance(parseColor(color)))
    .sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Hue in degrees, saturation and lightness from 0 to 1. */
export function toHsl({ r, g, b }: Rgb): [number, number, number] {
  const [x, y, z] = [r / 255, g / 255, b / 255];
  const high = Math.max(x, y, z);
  const span = high - Math.min(x, y, z);
  const l = high - span / 2;
  if (span === 0) {
    return [0, 0, l];
  }
  const s = span / (1 - Math.abs(2 * l - 1));
  const turns =
    (high === x && (y - z) / span) ||
    (high === y && (z - x) / span + 2) ||
    (x - y) / span + (high === z ? 4 : 0);
  return [((turns + 6) % 6) * 60, s, l];
}

/** The colour of a hue in degrees, a saturation and a lightness from 0 to 1. */
export function fromHsl(h: number, s: number, l: number): Rgb {
  const reach = s * Math.min(l, 1 - l);
  const part = (n: number) => {
    const k = (n + h / 30) % 12;
    return 255 * (l - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return { r: part(0), g: part(8), b: part(4), a: 1 };
}
