import type { VariableOption } from '@portico/plugin-grafana-common';
import { GrafanaProblem } from '@portico/plugin-grafana-node';
import type { VariableModel } from '../reading/DashboardModel';

/** Stands for all values, as Grafana writes it. */
export const ALL = '$__all';
const MOST_NAMED = 5;

/** What is chosen of a variable, of what it offers. */
export interface Choice {
  all: boolean;
  options: VariableOption[];
  fromEntity: boolean;
}

/**
 * What was asked for; else what the entity has; else what the dashboard was saved with; else the first that there is.
 * The last three only if they are offered.
 *
 * @throws GrafanaProblem `ValueRefusedError` for what was asked for and is not offered
 */
export function chooseValues(
  variable: VariableModel,
  offered: readonly VariableOption[],
  wishes: { requested?: readonly string[]; preset?: string },
): Choice {
  const { requested, preset } = wishes;
  const own = preset === undefined ? undefined : pick(offered, [preset])[0];
  if (requested?.some(value => value !== '')) {
    const choice = requestedOf(variable, offered, requested);
    const [only, ...more] = choice.options;
    const fromEntity =
      !choice.all && !!own && !more.length && only?.value === own.value;
    return { ...choice, fromEntity };
  }
  if (own) return { all: false, options: [own], fromEntity: true };
  return { ...savedOf(variable, offered), fromEntity: false };
}

/** @throws GrafanaProblem `ValueRefusedError` */
export function refuseValue(
  name: string,
  value: string,
  offered: readonly VariableOption[],
): never {
  const named = offered.slice(0, MOST_NAMED).map(it => it.value);
  const more = offered.length - named.length;
  const offer = named.length
    ? `It offers: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`
    : 'It offers nothing at this time.';
  throw new GrafanaProblem(
    'ValueRefusedError',
    `The variable '${name}' does not offer '${value}'. ${offer}`,
  );
}

function requestedOf(
  variable: VariableModel,
  offered: readonly VariableOption[],
  requested: readonly string[],
) {
  const { name, includeAll, multi } = variable;
  if (includeAll && requested.some(it => it === ALL || it === 'All')) {
    return { all: true, options: [...offered] };
  }
  const distinct = [...new Set(requested)];
  if (distinct.length > 1 && !multi) {
    throw new GrafanaProblem(
      'ValueRefusedError',
      `The variable '${name}' takes one value, not ${distinct.join(', ')}.`,
    );
  }
  return {
    all: false,
    options: distinct.map(
      value => pick(offered, [value])[0] ?? refuseValue(name, value, offered),
    ),
  };
}

function savedOf(variable: VariableModel, offered: readonly VariableOption[]) {
  const { includeAll, multi, current } = variable;
  if (includeAll && current.includes(ALL)) {
    return { all: true, options: [...offered] };
  }
  const saved = pick(offered, current);
  if (saved.length) return { all: false, options: multi ? saved : [saved[0]] };
  return includeAll
    ? { all: true, options: [...offered] }
    : { all: false, options: offered.slice(0, 1) };
}

/** By value; by text where no value is meant, e.g. the name of a data source. */
function pick(
  offered: readonly VariableOption[],
  values: readonly string[],
): VariableOption[] {
  return values.flatMap(
    value =>
      offered.find(it => it.value === value) ??
      offered.find(it => it.text === value) ??
      [],
  );
}
