import {
  legendLayout,
  legendOptions,
  sortedEntries,
  type LegendEntry,
} from './legendOptions';

const entry = (name: string, sort: number): LegendEntry => ({
  id: name,
  name,
  color: '#000',
  shown: true,
  values: [{ title: 'Mean', text: `${sort}`, sort }],
});
const entries = [entry('b', 2), entry('a', NaN), entry('c', 9)];
const names = (sorted: LegendEntry[]) => sorted.map(({ name }) => name);

describe('legendOptions', () => {
  it('has a list below where nothing is said', () => {
    expect(legendOptions({})).toMatchObject({
      shown: true,
      mode: 'list',
      placement: 'bottom',
    });
  });

  it.each([{ showLegend: false }, { displayMode: 'hidden' }])(
    'has none with %j',
    legend => {
      const options = legendOptions({ legend });
      expect(legendLayout(entries, options, 400, 200)).toEqual({
        beside: false,
        plot: { width: 400, height: 200 },
      });
    },
  );
});

describe('sortedEntries', () => {
  it.each([
    [{}, ['b', 'a', 'c']],
    [{ sortBy: 'Mean' }, ['b', 'c', 'a']],
    [{ sortBy: 'Mean', sortDesc: true }, ['c', 'b', 'a']],
    [{ sortBy: 'Name' }, ['a', 'b', 'c']],
    [{ sortBy: 'Gone' }, ['b', 'a', 'c']],
  ])('orders by %j', (legend, expected) => {
    expect(names(sortedEntries(entries, legendOptions({ legend })))).toEqual(
      expected,
    );
  });
});

describe('legendLayout', () => {
  const many = Array.from({ length: 60 }, (_, at) => entry(`series ${at}`, at));

  it('leaves the drawing most of the room, however many there are', () => {
    const { plot, legend } = legendLayout(many, legendOptions({}), 400, 240);
    expect(plot.height + legend!.height).toBe(240);
    expect(plot.height).toBeGreaterThan(150);
  });

  it('shares the width where it stands at the right', () => {
    const options = legendOptions({ legend: { placement: 'right' } });
    const { beside, plot, legend } = legendLayout(many, options, 600, 240);
    expect(beside).toBe(true);
    expect(plot.width + legend!.width).toBe(600);
    expect(plot.height).toBe(240);
  });

  it('goes below where the panel is too narrow for two columns', () => {
    const options = legendOptions({ legend: { placement: 'right' } });
    expect(legendLayout(entries, options, 220, 240).beside).toBe(false);
  });

  it('makes way in a panel that is hardly high enough for the drawing', () => {
    expect(
      legendLayout(entries, legendOptions({}), 300, 80).legend,
    ).toBeUndefined();
    expect(
      legendLayout(entries, legendOptions({}), 300, 120).legend?.height,
    ).toBeGreaterThanOrEqual(24);
  });
});
