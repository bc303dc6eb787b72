import { AwsError } from '../AwsError';

/** A part of an object: its first byte, and the one after the last. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads the header `Range` (`bytes=0-499`, `bytes=500-`, `bytes=-500`); what is no range of bytes asks for all, as in
 * RFC 9110.
 *
 * @throws AwsError 416 `InvalidRange` where it begins beyond the end
 */
export function readRange(
  header: string | undefined,
  size: number,
): ByteRange | undefined {
  const [, first = '', last = ''] =
    /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const range =
    first === ''
      ? { start: Math.max(0, size - Number(last)), end: size }
      : {
          start: Number(first),
          end: last === '' ? size : Math.min(size, Number(last) + 1),
        };
  if (range.start < range.end) return range;
  throw new AwsError(
    'InvalidRange',
    'The requested range is not satisfiable',
    416,
  );
}
