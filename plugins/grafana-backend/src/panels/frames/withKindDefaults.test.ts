import type { FieldConfigSource } from '@grafana/data';
import { withKindDefaults } from './withKindDefaults';

describe('withKindDefaults', () => {
  it.each([
    ['timeseries', 'palette-classic'],
    ['piechart', 'palette-classic'],
    ['state-timeline', 'continuous-GrYlRd'],
    ['stat', 'thresholds'],
    ['table', 'thresholds'],
  ])('colours a %s by %s where nothing is said', (type, mode) => {
    expect(withKindDefaults(type, {}).defaults).toMatchObject({
      color: { mode },
      thresholds: { steps: [{ color: 'green' }, { value: 80, color: 'red' }] },
    });
  });

  it('keeps what is said, and all overrides', () => {
    const settings = {
      defaults: { unit: 's', color: { mode: 'fixed', fixedColor: 'blue' } },
      overrides: [{ matcher: { id: 'byName', options: 'a' }, properties: [] }],
    } as unknown as FieldConfigSource;
    expect(withKindDefaults('timeseries', settings)).toMatchObject(settings);
  });
});
