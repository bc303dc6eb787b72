import { datePattern, dateUnits } from './dateUnits';
import { durations } from './durations';
import {
  binaryUnit,
  countUnit,
  currencyUnit,
  financialUnit,
  fixedUnit,
  scaledUnits,
  siOffset,
  siUnit,
  toFixed,
  type ValueFormat,
} from './numbers';
import {
  BINARY_UNITS,
  COUNTS,
  CURRENCIES,
  CURRENCIES_BEHIND,
  FIXED,
  SI_UNITS,
} from './units';

/** Text for true and false; numbers are true where they are not 0. */
const booleanUnit =
  (yes: string, no: string): ValueFormat =>
  value => ({ text: value ? yes : no });

const hex: ValueFormat = (value, decimals) => ({
  text: parseFloat(toFixed(value, decimals)).toString(16).toUpperCase(),
});

const others: Record<string, ValueFormat> = {
  string: value => ({ text: `${value}` }),
  short: scaledUnits(1000, [
    ...['', ' K', ' Mil', ' Bil', ' Tri'],
    ...[' Quadr', ' Quint', ' Sext', ' Sept'],
  ]),
  percent: (value, decimals) => ({
    text: toFixed(value, decimals),
    suffix: '%',
  }),
  percentunit: (value, decimals) => ({
    text: toFixed(100 * value, decimals),
    suffix: '%',
  }),
  hex,
  hex0x: (value, decimals) => ({
    text: hex(value, decimals).text.replace(/^-?/, sign => `${sign}0x`),
  }),
  sci: (value, decimals) => ({ text: value.toExponential(decimals) }),
  locale: (value, decimals) => ({
    text: value.toLocaleString(undefined, { maximumFractionDigits: decimals }),
  }),
  pressurepsi: scaledUnits(1000, ['psi', 'ksi', 'Mpsi']),
  bool: booleanUnit('True', 'False'),
  bool_yes_no: booleanUnit('Yes', 'No'),
  bool_on_off: booleanUnit('On', 'Off'),
};

function* all(): Iterable<[string, ValueFormat]> {
  for (const [id, unit] of Object.entries(FIXED)) {
    yield [id, fixedUnit(unit)];
  }
  for (const [unit, ids] of SI_UNITS) {
    for (const [id, offset] of Object.entries(ids)) {
      yield [id, siUnit(unit, offset)];
    }
  }
  for (const [unit, ids] of BINARY_UNITS) {
    for (const [id, offset] of Object.entries(ids)) {
      yield [id, binaryUnit(unit, offset)];
    }
  }
  for (const [id, unit] of Object.entries(COUNTS)) {
    yield [id, countUnit(unit)];
  }
  for (const [code, symbol] of Object.entries(CURRENCIES)) {
    yield [`currency${code}`, currencyUnit(symbol)];
  }
  for (const [code, symbol] of Object.entries(CURRENCIES_BEHIND)) {
    yield [`currency${code}`, currencyUnit(symbol, true)];
  }
  for (const formats of [durations, dateUnits, others]) {
    yield* Object.entries(formats);
  }
}

const FORMATS = new Map(all());

/** Units that people write themselves: https://grafana.com/docs/grafana/latest/panels-visualizations/configure-standard-options/#custom-units */
const CUSTOM: Record<string, (rest: string) => ValueFormat> = {
  prefix: rest => fixedUnit(rest, true),
  suffix: rest => fixedUnit(rest),
  time: rest => datePattern(rest),
  count: countUnit,
  si: rest => {
    const offset = siOffset(rest.charAt(0));
    return siUnit(offset === 0 ? rest : rest.slice(1), offset);
  },
  currency: rest => {
    const [kind, symbol, place] = rest.split(':');
    if (kind !== 'financial' || symbol === undefined) {
      return currencyUnit(rest);
    }
    return symbol ? financialUnit(symbol, place === 'suffix') : fixedUnit('');
  },
  bool: rest => {
    const slash = rest.indexOf('/');
    return slash < 0
      ? booleanUnit(rest, '-')
      : booleanUnit(rest.slice(0, slash), rest.slice(slash + 1));
  },
};

/** How a unit writes numbers; a name that Grafana does not know stands behind the number as it is. */
export function valueFormat(unit: string): ValueFormat {
  const known = FORMATS.get(unit);
  if (known) {
    return known;
  }
  const [, kind = '', rest = ''] = /^([^:]+):(.*)$/s.exec(unit) ?? [];
  return Object.hasOwn(CUSTOM, kind) ? CUSTOM[kind](rest) : fixedUnit(unit);
}
