/** Go's `%.4g`. */
function fourDigits(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const [digits, exponent] = value.toExponential(3).split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 4) return String(Number(value.toPrecision(4)));
  const sign = power < 0 ? '-' : '+';
  const size = String(Math.abs(power)).padStart(2, '0');
  return `${Number(digits)}e${sign}${size}`;
}

function humanize(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return fourDigits(value);
  const big = ['', 'k', 'M', 'G', 'T', 'P', 'E'];
  const small = ['', 'm', 'u', 'n', 'p'];
  let power = 0;
  let rest = value;
  while (Math.abs(rest) >= 1000 && power < big.length - 1) {
    rest /= 1000;
    power += 1;
  }
  if (power > 0 || Math.abs(rest) >= 1) return fourDigits(rest) + big[power];
  while (Math.abs(rest) < 1 && power < small.length - 1) {
    rest *= 1000;
    power += 1;
  }
  return fourDigits(rest) + small[power];
}

function humanizeDuration(seconds: number): string {
  if (!Number.isFinite(seconds)) return fourDigits(seconds);
  const whole = Math.floor(Math.abs(seconds));
  if (Math.abs(seconds) < 1) return `${humanize(seconds)}s`;
  const sign = seconds < 0 ? '-' : '';
  if (whole < 60) return `${sign}${fourDigits(Math.abs(seconds))}s`;
  const parts = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return (
    sign +
    parts
      .slice(first)
      .map(([count, unit]) => `${count}${unit}`)
      .join(' ')
  );
}

/** Functions of templates that make a number readable. */
export const HUMANIZERS: Record<string, (value: number) => string> = {
  humanize,
  humanizeDuration,
  humanizePercentage: value => `${fourDigits(value * 100)}%`,
};
