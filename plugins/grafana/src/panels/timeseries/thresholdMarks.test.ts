import { thresholdBands, thresholdLines } from './thresholdMarks';

const absolute = {
  thresholds: {
    mode: 'absolute' as const,
    steps: [
      { value: null, color: 'green' },
      { value: 300, color: 'orange' },
      { value: 900, color: 'red' },
    ],
  },
};

describe('thresholds', () => {
  it('has lines where they lie on the axis', () => {
    expect(thresholdLines(absolute, [0, 600])).toEqual([
      { value: 300, color: 'orange' },
    ]);
  });

  it('has bands from one to the next, within the axis', () => {
    expect(thresholdBands(absolute, [0, 600])).toEqual([
      { value: 0, to: 300, color: 'green' },
      { value: 300, to: 600, color: 'orange' },
    ]);
  });

  it('takes percentages of the least and most of the field, else of the axis', () => {
    const thresholds = {
      mode: 'percentage' as const,
      steps: [
        { value: null, color: 'green' },
        { value: 50, color: 'red' },
      ],
    };
    expect(thresholdLines({ thresholds }, [0, 10])[0].value).toBe(5);
    expect(
      thresholdLines({ thresholds, min: 0, max: 4 }, [0, 10])[0].value,
    ).toBe(2);
  });

  it('has none without thresholds', () => {
    expect(thresholdBands({}, [0, 1])).toEqual([]);
  });
});
