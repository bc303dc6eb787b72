import type { JsonValue } from '@backstage/types';
import type { PanelData, PanelField } from '@portico/plugin-grafana-common';
import type { Look } from '../../charts/Look';
import { seriesStyle } from '../timeseries/SeriesStyle';
import { thresholdStates } from './thresholdStates';

/** For how long something had one value. */
export interface StateSpan {
  /** Milliseconds since 1970. */
  from: number;
  to: number;
  value: JsonValue;
  text: string;
  /** CSS colour. */
  color: string;
}

/** One thing and its states over time. */
export interface StateRow {
  id: string;
  name: string;
  field: PanelField;
  spans: StateSpan[];
}

/** `null` ends a state; `undefined` was never measured, so the state goes on. */
type State = JsonValue | undefined;

function statesOf(field: PanelField): State[] {
  const states: State[] = [...field.values];
  for (const index of field.special?.absent ?? []) states[index] = undefined;
  return states;
}

/** Where values follow each other without a gap that matters, each lasts until the next. */
function spansOf(
  times: number[],
  field: PanelField,
  to: number,
  look: Look,
  merge: boolean,
): StateSpan[] {
  const { spanNulls } = seriesStyle(field.config);
  const states = statesOf(field);
  const texts = new Map<JsonValue, { text: string; color: string }>();
  const byThreshold = merge ? thresholdStates(field, look) : undefined;
  const shownAs = (value: JsonValue) => {
    let shown = texts.get(value);
    if (!shown) {
      shown = {
        text: look.text(field, value),
        color: look.value(field, value),
      };
      // Numbers of one colour are one state, as the key beside them says.
      const { color } = shown;
      const state = byThreshold?.find(one => one.color === color);
      if (state) shown = { text: state.text, color };
      texts.set(value, shown);
    }
    return shown;
  };
  const spans: StateSpan[] = [];
  let open: StateSpan | undefined;
  const endAt = (time: number) => {
    if (open) open.to = time;
    open = undefined;
  };
  states.forEach((value, index) => {
    if (value === undefined) return;
    if (value === null) {
      const next = states.findIndex(
        (one, at) => at > index && one !== null && one !== undefined,
      );
      const gap = next < 0 ? Infinity : times[next] - times[index];
      const spanned =
        next >= 0 &&
        (spanNulls === true ||
          (typeof spanNulls === 'number' && gap <= spanNulls));
      if (!spanned) endAt(times[index]);
      return;
    }
    const shown = shownAs(value);
    const same =
      merge && open && open.text === shown.text && open.color === shown.color;
    if (same) return;
    endAt(times[index]);
    open = { from: times[index], to, value, ...shown };
    spans.push(open);
  });
  return spans;
}

const isHidden = ({ config }: PanelField) => seriesStyle(config).hidden.viz;

/** The rows of a state timeline: equal values that follow each other are one span, unless the panel keeps them apart. */
export function stateRows(
  data: PanelData,
  look: Look,
  options: { merge?: boolean } = {},
): StateRow[] {
  const { merge = true } = options;
  const fields = data.frames[0]?.fields ?? [];
  const time = fields.find(({ type }) => type === 'time');
  const times = (time?.values ?? []).map(Number);
  return fields
    .filter(field => field !== time && !isHidden(field))
    .map((field, index) => ({
      id: `${index} ${field.displayName}`,
      name: field.displayName,
      field,
      spans: spansOf(times, field, data.to, look, merge),
    }));
}

/** The least time between two measurements. */
function stepOf(times: number[], otherwise: number): number {
  let least = Infinity;
  for (let index = 1; index < times.length; index += 1) {
    const apart = times[index] - times[index - 1];
    if (apart > 0 && apart < least) least = apart;
  }
  return Number.isFinite(least) ? least : otherwise;
}

/** The rows of a status history: one cell for each measurement, half a step to either side. */
export function statusRows(data: PanelData, look: Look): StateRow[] {
  const rows = stateRows(data, look, { merge: false });
  const time = data.frames[0]?.fields.find(({ type }) => type === 'time');
  const step = stepOf((time?.values ?? []).map(Number), data.stepMs);
  return rows.map(row => ({
    ...row,
    spans: row.spans.map(span => ({
      ...span,
      from: span.from - step / 2,
      to: span.from + step / 2,
    })),
  }));
}

/** The state of a row at a moment. */
export function spanAt(
  { spans }: StateRow,
  time: number,
): StateSpan | undefined {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const span = spans[middle];
    if (time < span.from) high = middle - 1;
    else if (time >= span.to && middle < spans.length - 1) low = middle + 1;
    else return time <= span.to ? span : undefined;
  }
  return undefined;
}
