import { p95Data } from '../__testUtils__/orders';
import { toCsv } from './toCsv';

describe('toCsv', () => {
  it('gives times and numbers as they came, and never a formula', () => {
    expect(toCsv(p95Data).split('\r\n')).toEqual([
      "Time,POST /orders,'=cmd()",
      '2026-11-20T13:58:00.000Z,228,180',
      '2026-11-20T13:59:00.000Z,,190',
      '2026-11-20T14:00:00.000Z,480,340',
      '2026-11-20T14:01:00.000Z,512.5,344',
    ]);
  });

  it('gives reductions where no rows came', () => {
    const [, first, second] = p95Data.frames[0].fields;
    const reduced = (field: typeof first, lastNotNull: number) => ({
      ...field,
      values: [],
      calcs: { lastNotNull },
    });
    const fields = [reduced(first, 512.5), reduced(second, 344)];
    expect(toCsv({ ...p95Data, frames: [{ length: 0, fields }] })).toBe(
      "name,lastNotNull\r\nPOST /orders,512.5\r\n'=cmd(),344",
    );
  });

  it('quotes what would break a line, and names what JSON can’t say', () => {
    const data = {
      ...p95Data,
      frames: [
        {
          length: 3,
          fields: [
            {
              name: 'line',
              displayName: 'line',
              type: 'string' as const,
              values: ['a "b", c', '-5', '-rm'],
              config: {},
            },
            {
              name: 'n',
              displayName: 'n',
              type: 'number' as const,
              values: [null, null, 1],
              special: { nan: [0], negInf: [1] },
              config: {},
            },
          ],
        },
      ],
    };
    expect(toCsv(data)).toBe(
      ['line,n', '"a ""b"", c",NaN', '-5,-Infinity', "'-rm,1"].join('\r\n'),
    );
  });
});
