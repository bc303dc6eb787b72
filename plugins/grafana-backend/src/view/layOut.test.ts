import type { PanelModel, SectionModel } from '../reading/DashboardModel';
import type { ChosenValue } from '../variables/VariableValues';
import { layOut } from './layOut';

const panel = (
  id: number,
  [x, y, w, h]: number[],
  repeat?: PanelModel['repeat'],
) => ({ id, grid: { x, y, w, h }, repeat } as PanelModel);
const chosen = (...values: string[]): ChosenValue => ({
  type: 'query',
  multi: true,
  includeAll: true,
  all: true,
  values,
  texts: values.map(value => value.toUpperCase()),
});
const values = new Map([
  ['pod', chosen('a', 'b', 'c')],
  ['route', chosen('x', 'y')],
  ['none', chosen()],
]);
const places = (...sections: SectionModel[]) =>
  layOut({ sections }, values).map(({ key, grid: { x, y, w, h }, ...rest }) => [
    key,
    [x, y, w, h],
    ...[...rest.scope].map(([name, { texts }]) => `${name}=${texts}`),
    ...('row' in rest && typeof rest.row === 'string' ? [rest.row] : []),
  ]);
const across = { variable: 'pod', direction: 'h' as const, maxPerRow: 2 };

it('repeats a panel across, so many in a line, and moves down what is below', () => {
  expect(
    places({
      panels: [
        panel(1, [0, 0, 24, 2]),
        panel(2, [0, 2, 8, 3], across),
        panel(3, [0, 5, 24, 4]),
      ],
    }),
  ).toEqual([
    ['1', [0, 0, 24, 2]],
    ['2', [0, 2, 12, 3], 'pod=A'],
    ['2-clone-1', [12, 2, 12, 3], 'pod=B'],
    ['2-clone-2', [0, 5, 12, 3], 'pod=C'],
    ['3', [0, 8, 24, 4]],
  ]);
});

it('repeats a panel downwards, beside others that stay', () => {
  expect(
    places({
      panels: [
        panel(1, [0, 0, 12, 3], { ...across, direction: 'v' }),
        panel(2, [12, 0, 12, 3]),
        panel(3, [0, 3, 24, 4]),
      ],
    }),
  ).toEqual([
    ['1', [0, 0, 12, 3], 'pod=A'],
    ['1-clone-1', [0, 3, 12, 3], 'pod=B'],
    ['1-clone-2', [0, 6, 12, 3], 'pod=C'],
    ['2', [12, 0, 12, 3]],
    ['3', [0, 9, 24, 4]],
  ]);
});

it('repeats a row with its panels', () => {
  expect(
    places(
      {
        row: { id: 5, title: '$route', collapsed: false, repeat: 'route' },
        panels: [panel(1, [0, 0, 24, 3])],
      },
      { row: { id: 6, title: '', collapsed: false }, panels: [] },
    ),
  ).toEqual([
    ['row-5', [0, 0, 24, 1], 'route=X'],
    ['1', [0, 1, 24, 3], 'route=X', 'row-5'],
    ['row-5-row-1', [0, 4, 24, 1], 'route=Y'],
    ['1-row-1', [0, 5, 24, 3], 'route=Y', 'row-5-row-1'],
    ['row-6', [0, 8, 24, 1]],
  ]);
});

it('gives a closed row no room, and shows once what is repeated over nothing', () => {
  expect(
    places(
      {
        row: { id: 5, title: '', collapsed: true },
        panels: [panel(1, [0, 0, 24, 3])],
      },
      {
        row: { id: 6, title: '', collapsed: false },
        panels: [panel(2, [0, 4, 6, 3], { ...across, variable: 'none' })],
      },
    ),
  ).toEqual([
    ['row-5', [0, 0, 24, 1]],
    ['1', [0, 1, 24, 3], 'row-5'],
    ['row-6', [0, 1, 24, 1]],
    ['2', [0, 2, 24, 3], 'row-6'],
  ]);
});

it('tells apart a panel that is shown in two places', () => {
  const twice = { panels: [panel(1, [0, 0, 24, 3])] };
  expect(places(twice, twice).map(([key]) => key)).toEqual(['1', '1-again-1']);
});
