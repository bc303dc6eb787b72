import type { JsonValue } from '@backstage/types';
import {
  createDisplay,
  formatted,
  type PanelField,
} from '@portico/plugin-grafana-common';

/** What a link may speak of: https://grafana.com/docs/grafana/latest/panels-visualizations/configure-data-links/#data-link-variables */
export interface LinkContext {
  field: PanelField;
  value: JsonValue | undefined;
  /** The other fields of the frame and the place of the value, where it stands in a row. */
  row?: { fields: readonly PanelField[]; index: number };
}

const VARIABLE = /\$\{__(value|data|field)\.([^}]+)\}/g;

function valueWord(word: string, { field, value }: LinkContext) {
  const { numeric, ...shown } = createDisplay(field)(value);
  switch (word) {
    case 'text':
      return formatted(shown);
    case 'numeric':
      return `${numeric}`;
    case 'raw':
      return `${value ?? ''}`;
    default:
      return undefined;
  }
}

function fieldWord(word: string, { field }: LinkContext) {
  const [, label] = /^labels\.(.+)$/.exec(word) ?? [];
  if (label) {
    return field.labels?.[label] ?? '';
  }
  return word === 'name' || word === 'displayName'
    ? field.displayName
    : undefined;
}

function rowWord(word: string, { row }: LinkContext) {
  const [, place, quoted, plain, form] =
    /^fields(?:\[(?:(\d+)|"([^"]+)")\]|\.(.+?))(?:\.(text|numeric))?$/.exec(
      word,
    ) ?? [];
  const name = quoted ?? plain;
  const field = place
    ? row?.fields[Number(place)]
    : row?.fields.find(it => it.name === name || it.displayName === name);
  if (!field || !row) {
    return undefined;
  }
  const value = field.values[row.index];
  return valueWord(form ?? 'raw', { field, value });
}

const WORDS: Record<string, typeof valueWord> = {
  value: valueWord,
  field: fieldWord,
  data: rowWord,
};

/** A link's address or title with what it says of one value filled in; undefined where something in it is not known. */
export function fillLink(
  text: string,
  context: LinkContext,
  encode: (word: string) => string = word => word,
): string | undefined {
  let known = true;
  const filled = text.replace(VARIABLE, (_, about: string, word: string) => {
    const [name] = word.split(':');
    const found = WORDS[about](name, context);
    known &&= found !== undefined;
    return encode(found ?? '');
  });
  return known ? filled : undefined;
}
