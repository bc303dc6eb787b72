import type { JsonValue } from '@backstage/types';
import type { VariableOption } from '@portico/plugin-grafana-common';
import { isObject } from '../reading/json';

/**
 * Options that stand in the dashboard: `a, b`, `One : 1, Two : 2`; a comma in a value is written `\,`. A list of
 * objects with `text` and `value` is JSON.
 */
export function customOptions(query: JsonValue): VariableOption[] {
  const text = String(query);
  return text.trimStart().startsWith('[') ? fromJson(text) : fromText(text);
}

function fromText(text: string): VariableOption[] {
  const entries = text.match(/(?:\\,|[^,])+/g) ?? [];
  return entries.map(entry => {
    const plain = entry.replaceAll('\\,', ',').trim();
    const [, key, value] = plain.match(/^(.+?)\s:\s(.+)$/) ?? [];
    return key === undefined
      ? { text: plain, value: plain }
      : { text: key.trim(), value: value.trim() };
  });
}

function fromJson(text: string): VariableOption[] {
  try {
    const items = JSON.parse(text) as JsonValue[];
    return items.map(item =>
      isObject(item)
        ? {
            text: String(item.text ?? item.value),
            value: String(item.value ?? item.text),
          }
        : { text: String(item), value: String(item) },
    );
  } catch {
    return fromText(text); // a bracket may be the beginning of a name
  }
}
