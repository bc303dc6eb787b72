import { Canvas, lineHeight } from './Canvas';
import { encodePng } from './encodePng';

/** Background, frame, text, quiet text, line; as Grafana's themes have them. */
const PALETTES = {
  light: ['#ffffff', '#d8d9da', '#24292e', '#6b7280', '#3274d9'],
  dark: ['#181b1f', '#2c3235', '#ccccdc', '#8e8e9c', '#5794f2'],
};
const [FRAME, TEXT, QUIET, LINE] = [1, 2, 3, 4];
const PADDING = 8;

/** What stands in a picture, and how large it is; in points. */
export interface Picture {
  width: number;
  height: number;
  theme: 'light' | 'dark';
  title: string;
  lines: string[];
}

/** A PNG that has the size of a rendered panel, and says of which and that it is the sandbox's. */
export function drawPanel(picture: Picture): Buffer {
  const { width, height, theme, title, lines } = picture;
  const canvas = new Canvas(width, height);
  canvas.fill({ x: 0, y: 0, width, height }, FRAME);
  canvas.fill({ x: 1, y: 1, width: width - 2, height: height - 2 }, 0);
  const size = width >= 500 ? 2 : 1;
  canvas.write(title, { x: PADDING, y: PADDING, size }, TEXT);
  const small = Math.max(1, size - 1);
  let y = PADDING + lineHeight(size) + PADDING;
  for (const line of ['Sandbox: simulated image renderer', ...lines]) {
    canvas.write(line, { x: PADDING, y, size: small }, QUIET);
    y += lineHeight(small) + 4;
  }
  const room = height - y - PADDING;
  if (room > 10) {
    const middle = y + room / 2;
    canvas.plot(
      { x: PADDING, width: width - 2 * PADDING },
      part =>
        middle -
        Math.sin(part * 9) * room * 0.3 -
        Math.sin(part * 31) * room * 0.1,
      LINE,
    );
  }
  return encodePng(canvas, PALETTES[theme]);
}
