const percent = new Intl.NumberFormat('en-US', {
  style: 'percent',
  maximumSignificantDigits: 3,
});

/** A change as a percentage of three digits, without its sign, which an arrow shows. */
export const changeText = (ratio: number): string =>
  Number.isFinite(ratio) ? percent.format(Math.abs(ratio)) : '∞';

/** The same in words. */
export function changeWords(ratio: number): string {
  if (ratio === 0) {
    return 'unchanged';
  }
  return `${ratio > 0 ? 'up' : 'down'} ${changeText(ratio)}`;
}
