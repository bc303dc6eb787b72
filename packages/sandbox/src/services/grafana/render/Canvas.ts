import { GLYPH_HEIGHT, GLYPH_WIDTH, glyphOf } from './glyphs';

/** A picture of which each point is an index of a palette. */
export class Canvas {
  /** One byte a point, row by row. */
  readonly points: Uint8Array;

  constructor(readonly width: number, readonly height: number) {
    this.points = new Uint8Array(width * height);
  }

  fill(
    { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>,
    color: number,
  ): void {
    const left = Math.max(0, x);
    const right = Math.min(this.width, x + width);
    if (right <= left) return;
    for (let row = Math.max(0, y); row < Math.min(this.height, y + height); ) {
      this.points.fill(
        color,
        row * this.width + left,
        row * this.width + right,
      );
      row += 1;
    }
  }

  /** Writes one line; what does not fit is cut off. */
  write(
    text: string,
    { x, y, size }: { x: number; y: number; size: number },
    color: number,
  ): void {
    [...text].forEach((character, index) => {
      const left = x + index * (GLYPH_WIDTH + 1) * size;
      glyphOf(character).forEach((row, line) => {
        for (let column = 0; column < GLYPH_WIDTH; column += 1) {
          // eslint-disable-next-line no-bitwise
          if ((row >> (GLYPH_WIDTH - 1 - column)) & 1) {
            const at = { x: left + column * size, y: y + line * size };
            this.fill({ ...at, width: size, height: size }, color);
          }
        }
      });
    });
  }

  /** Joins points, given by their height at each column, with strokes that are two points wide. */
  plot(
    { x, width }: { x: number; width: number },
    yAt: (part: number) => number,
    color: number,
  ): void {
    let before = Math.round(yAt(0));
    for (let column = 0; column < width; column += 1) {
      const y = Math.round(yAt(column / width));
      const top = Math.min(before, y);
      const height = Math.abs(y - before) + 2;
      this.fill({ x: x + column, y: top, width: 1, height }, color);
      before = y;
    }
  }
}

/** Height of a line of text of that size, in points. */
export function lineHeight(size: number): number {
  return GLYPH_HEIGHT * size;
}
