import { crc32, deflateSync } from 'node:zlib';
import type { Canvas } from './Canvas';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const BIT_DEPTH = 8;
const PALETTE = 3;

/**
 * A picture as PNG with a palette: https://www.w3.org/TR/png-3/
 *
 * @param palette colours as `#rrggbb`, at most 256
 */
export function encodePng(
  { width, height, points }: Canvas,
  palette: readonly string[],
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BIT_DEPTH, PALETTE, 0, 0, 0], 8);
  // Each row begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const line = points.subarray(row * width, (row + 1) * width);
    rows.set(line, row * (width + 1) + 1);
  }
  const colors = palette.map(color => Buffer.from(color.slice(1), 'hex'));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.concat(colors)),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
