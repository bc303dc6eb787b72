import { goMilliseconds } from '../../time/durations';

const BYTES: Record<string, number> = {
  b: 1,
  kb: 1000,
  kib: 1024,
  mb: 1e6,
  mib: 1024 ** 2,
  gb: 1e9,
  gib: 1024 ** 3,
  tb: 1e12,
  tib: 1024 ** 4,
};

/** Bytes of `10KB` and the like; NaN for what is none. */
export function bytesOf(text: string): number {
  const match = /^([\d.]+)\s*([a-z]*)$/i.exec(text.trim());
  return match
    ? Number(match[1]) * (BYTES[match[2].toLowerCase() || 'b'] ?? NaN)
    : NaN;
}

/** Milliseconds of `1m30s` and the like; NaN for what is none. */
export function millisecondsOf(text: string): number {
  const plain = text.trim();
  return goMilliseconds(plain) || (/^0[a-z]*$/.test(plain) ? 0 : NaN);
}
