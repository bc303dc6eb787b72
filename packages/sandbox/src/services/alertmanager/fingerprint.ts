import type { Labels } from './types';

const OFFSET = 14695981039346656037n;
const PRIME = 1099511628211n;
const MASK = (1n << 64n) - 1n;
/** Between names and values. */
const SEPARATOR = 255;

/**
 * Sixteen hexadecimal digits that name a set of labels: FNV-1a over sorted names and values, as
 * https://pkg.go.dev/github.com/prometheus/common/model#LabelSet.Fingerprint computes it.
 */
export function fingerprint(labels: Labels): string {
  let hash = OFFSET;
  const add = (byte: number) => {
    // eslint-disable-next-line no-bitwise
    hash = ((hash ^ BigInt(byte)) * PRIME) & MASK;
  };
  for (const name of Object.keys(labels).sort()) {
    Buffer.from(name).forEach(add);
    add(SEPARATOR);
    Buffer.from(labels[name]).forEach(add);
    add(SEPARATOR);
  }
  return hash.toString(16).padStart(16, '0');
}
