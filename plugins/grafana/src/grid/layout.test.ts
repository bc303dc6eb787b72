import { panel } from '../__testUtils__/orders';
import { heightOf, placeOf, sectionsOf } from './layout';

const grid = (x: number, y: number) => ({ x, y, w: 12, h: 8 });
const row = (id: number, y: number) =>
  panel({
    id,
    kind: 'row',
    title: `Row ${id}`,
    grid: { x: 0, y, w: 24, h: 1 },
  });

describe('the layout of a dashboard', () => {
  const panels = [
    panel({ id: 5, row: '4', grid: grid(12, 9) }),
    panel({ id: 2, grid: grid(12, 0) }),
    panel({ id: 1, grid: grid(0, 0) }),
    row(4, 8),
    panel({ id: 6, row: '4', grid: grid(0, 9) }),
    row(7, 17),
  ];

  it('keeps panels with their row, in reading order', () => {
    const sections = sectionsOf(panels).map(section => [
      section.row?.title,
      section.panels.map(({ id }) => id),
    ]);
    expect(sections).toEqual([
      [undefined, [1, 2]],
      ['Row 4', [6, 5]],
      ['Row 7', []],
    ]);
  });

  it('shows a panel whose row is not there', () => {
    const [{ panels: first }] = sectionsOf([panel({ id: 1, row: 'gone' })]);
    expect(first).toHaveLength(1);
  });

  it('places panels as Grafana does', () => {
    expect(placeOf(panels[0], 9)).toEqual({
      gridColumn: '13 / span 12',
      gridRow: '1 / span 8',
    });
    expect(heightOf(8)).toBe(296);
  });
});
