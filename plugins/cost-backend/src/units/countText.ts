const SCALES: readonly [number, string][] = [
  [1e9, 'billion'],
  [1e6, 'million'],
];

/** `112.4 million`, `3,204`. */
export function countText(count: number): string {
  for (const [scale, word] of SCALES) {
    if (count >= scale) {
      return `${(count / scale).toFixed(1).replace(/\.0$/, '')}\u00a0${word}`;
    }
  }
  return Math.round(count)
    .toString()
    .replace(/\B(?=(?:\d{3})+$)/g, ',');
}
