import { contrastOf, parseColor, toHex } from '@portico/plugin-grafana-common';

const INK = '#211e1a';
const PAPER = '#ffffff';

/** Dark or light, whichever reads better on a colour. */
export function onColor(color: string): string {
  return contrastOf(color, INK) >= contrastOf(color, PAPER) ? INK : PAPER;
}

/** A colour on the way from one to another, `at` from 0 to 1. */
export function mixed(from: string, to: string, at: number): string {
  const [a, b] = [parseColor(from), parseColor(to)];
  const mix = (x: number, y: number) => x + (y - x) * at;
  return toHex({ r: mix(a.r, b.r), g: mix(a.g, b.g), b: mix(a.b, b.b), a: 1 });
}

const STEPS = [0, 0.15, 0.3, 0.45, 0.6, 0.75];

/**
 * The colour, or as little darker or lighter as it takes to be read on a background.
 *
 * @param least - contrast that is wanted: 3 for big words and marks, 4.5 for text
 */
export function readable(color: string, background: string, least = 3): string {
  const end = onColor(background);
  const found = STEPS.map(step => mixed(color, end, step)).find(
    candidate => contrastOf(candidate, background) >= least,
  );
  return found ?? end;
}
