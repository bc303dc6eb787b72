import { fromHsl, parseColor, toHex, toHsl } from './rgb';

const SHADES = 6;
const SPIN = 10;
const REACH = 35;

/** Shades of a colour for series in turn: the colour itself, then lighter and darker ones alternately, as Grafana takes them. */
export function shadeOf(color: string, index: number): string {
  const place = index % (2 * SHADES - 1);
  if (place === 0) {
    return color;
  }
  const step = Math.ceil(place / 2) / SHADES;
  const [h, s, l] = toHsl(parseColor(color));
  if (place % 2 === 0) {
    const darker = Math.max(0, l - (step * REACH) / 100);
    return toHex(fromHsl((h - step * SPIN + 360) % 360, s, darker));
  }
  const { r, g, b, a } = fromHsl((h + step * SPIN) % 360, s, l);
  const lift = (value: number) =>
    Math.min(255, Math.round(value) + Math.round((255 * step * REACH) / 100));
  return toHex({ r: lift(r), g: lift(g), b: lift(b), a });
}
