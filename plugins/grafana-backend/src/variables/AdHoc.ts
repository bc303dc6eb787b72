import { InputError } from '@backstage/errors';
import type {
  AdHocFilter,
  VariableOption,
} from '@portico/plugin-grafana-common';
import { GrafanaProblem } from '@portico/plugin-grafana-node';
import { refuseValue } from './chooseValues';
import { formatOf } from './formats';
import { askLoki } from './sources/askLoki';
import { askPrometheus } from './sources/askPrometheus';
import type { OptionsQuestion, RawOptions } from './VariableContext';

/** What Grafana writes in an address for what divides filters and their parts. */
const ESCAPED: [RegExp, string][] = [
  [/__gfp__/g, '|'],
  [/__gfc__/g, ','],
  [/__gfh__/g, '#'],
];
const OPERATORS: readonly AdHocFilter['operator'][] = [
  '=|',
  '!=|',
  '=',
  '!=',
  '=~',
  '!~',
  '<',
  '>',
];
const LONGEST = 500;

/** Keys that a data source can be filtered by. */
export async function askKeys(question: OptionsQuestion): Promise<RawOptions> {
  return askEither(question, 'label_names()');
}

/** Values of one key. */
export async function askValues(
  question: OptionsQuestion,
  key: string,
): Promise<RawOptions> {
  if (!/^[\w.:-]{1,200}$/.test(key)) {
    throw new InputError(`'${key}' is no name of a label.`);
  }
  return askEither(question, `label_values(${key})`);
}

/**
 * Reads `key|operator|value`.
 *
 * @throws GrafanaProblem `ValueRefusedError`
 */
export function readFilters(
  variable: string,
  written: readonly string[],
): AdHocFilter[] {
  return written.flatMap(text => {
    if (text === '') return [];
    const [key, operator, ...rest] = splitFilter(text);
    const known = OPERATORS.find(it => it === operator);
    const value = rest.join('|');
    if (known && key && value.length <= LONGEST) {
      return [{ key, operator: known, value }];
    }
    throw new GrafanaProblem(
      'ValueRefusedError',
      `The filter '${text}' of the variable '${variable}' can't be read. Write key|operator|value, with one of ${OPERATORS.join(
        ' ',
      )} as the operator.`,
    );
  });
}

/**
 * Filters only narrow what a panel asks for. Those that compare with a value must still name one that there is.
 *
 * @throws GrafanaProblem `ValueRefusedError`
 */
export async function checkFilters(
  variable: string,
  filters: readonly AdHocFilter[],
  ask: {
    keys: () => Promise<RawOptions>;
    values: (key: string) => Promise<RawOptions>;
  },
): Promise<void> {
  for (const { key, operator, value } of filters) {
    const keys = await ask.keys();
    if (!offers(keys, key)) refuseValue(variable, key, keys);
    if (operator === '=' || operator === '!=') {
      const values = await ask.values(key);
      if (!offers(values, value)) {
        refuseValue(`${variable} (${key})`, value, values);
      }
    }
  }
}

/** The operators `=|` and `!=|` hold what divides the parts. */
function splitFilter(text: string): string[] {
  const several = text.match(/^([^|]*)\|(!?=\|)\|([^]*)$/);
  const parts = several ? several.slice(1) : text.split('|');
  return parts.map(part =>
    ESCAPED.reduce((it, [code, sign]) => it.replace(code, sign), part),
  );
}

function offers(options: readonly VariableOption[], value: string): boolean {
  return options.some(option => option.value === value);
}

async function askEither(
  question: OptionsQuestion,
  query: string,
): Promise<RawOptions> {
  const { type, name } = question.datasource;
  if (type === 'loki') return askLoki(question, query);
  if (formatOf(type) === 'promql') return askPrometheus(question, query);
  throw new InputError(
    `The data source '${name}' (${type}) can only be filtered from within Grafana's own page.`,
  );
}
