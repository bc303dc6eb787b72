import {
  field,
  MINUTE,
  panelData,
  START,
  timeField,
} from '../../__testUtils__/panels';
import type { JsonValue } from '@backstage/types';
import type { PanelField } from '@portico/plugin-grafana-common';
import { WORDS } from '../../charts/words';
import { stateLegend } from './stateLegend';
import { spanAt, stateRows, statusRows } from './stateSpans';

const states = (values: JsonValue[], more: Partial<PanelField> = {}) =>
  field(
    'orders',
    values,
    {
      mappings: [
        {
          type: 'value',
          options: {
            0: { text: 'Healthy', color: 'green' },
            1: { text: 'Failing', color: 'red' },
          },
        },
      ],
    },
    more,
  );
const spans = (of: PanelField, options = {}) =>
  stateRows(
    panelData(timeField(of.values.length), of),
    WORDS,
    options,
  )[0].spans.map(({ text, from, to }) => [
    text,
    (from - START) / MINUTE,
    (to - START) / MINUTE,
  ]);

describe('stateRows', () => {
  it('merges equal values, and lets the last one last', () => {
    expect(spans(states([0, 0, 1, 1, 0]))).toEqual([
      ['Healthy', 0, 2],
      ['Failing', 2, 4],
      ['Healthy', 4, 60],
    ]);
  });

  it('keeps them apart where the panel wants it', () => {
    expect(spans(states([0, 0]), { merge: false })).toEqual([
      ['Healthy', 0, 1],
      ['Healthy', 1, 60],
    ]);
  });

  it('ends a state where a value is missing, and goes on where none was taken', () => {
    expect(spans(states([0, null, 0]))).toEqual([
      ['Healthy', 0, 1],
      ['Healthy', 2, 60],
    ]);
    expect(spans(states([0, null, 0], { special: { absent: [1] } }))).toEqual([
      ['Healthy', 0, 60],
    ]);
  });

  it('bridges gaps where the field says so', () => {
    const spanned = states([0, null, 0]);
    spanned.config.custom = { spanNulls: true };
    expect(spans(spanned)).toEqual([['Healthy', 0, 60]]);
  });

  const cpu = field('cpu', [10, 20, 60, 90], {
    unit: 'percent',
    color: { mode: 'thresholds' },
    thresholds: {
      mode: 'absolute',
      steps: [
        { value: null, color: 'green' },
        { value: 50, color: 'orange' },
        { value: 80, color: 'red' },
      ],
    },
  });

  it('takes what lies between two thresholds for one state', () => {
    expect(spans(cpu)).toEqual([
      ['< 50%', 0, 2],
      ['50% - 80%', 2, 3],
      ['80%+', 3, 60],
    ]);
  });

  it('says in the legend what colours stand for', () => {
    const names = (of: PanelField) => {
      const rows = stateRows(panelData(timeField(4), of), WORDS);
      return stateLegend(rows, WORDS).map(({ name }) => name);
    };
    expect(names(cpu)).toEqual(['< 50%', '50% - 80%', '80%+']);
    expect(names(states([0, 1, 0, 1]))).toEqual(['Healthy', 'Failing']);
  });

  it('takes words as they are', () => {
    const words = field('deploy', ['idle', 'running'], {}, { type: 'string' });
    expect(spans(words).map(([text]) => text)).toEqual(['idle', 'running']);
  });
});

describe('statusRows', () => {
  it('has a cell around each measurement', () => {
    const [row] = statusRows(panelData(timeField(2), states([0, 0])), WORDS);
    expect(row.spans.map(({ from, to }) => [from - START, to - START])).toEqual(
      [
        [-MINUTE / 2, MINUTE / 2],
        [MINUTE / 2, 1.5 * MINUTE],
      ],
    );
  });
});

describe('spanAt', () => {
  it('finds the state of a moment', () => {
    const data = panelData(timeField(4), states([0, 1, null, 1]));
    const [row] = stateRows(data, WORDS);
    const at = (minute: number) => spanAt(row, START + minute * MINUTE)?.text;
    expect([at(0), at(1), at(2.5), at(3), at(-1)]).toEqual([
      ...['Healthy', 'Failing', undefined, 'Failing', undefined],
    ]);
  });
});
