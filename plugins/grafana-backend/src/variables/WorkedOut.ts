import type {
  AdHocFilter,
  VariableOption,
} from '@portico/plugin-grafana-common';
import { GrafanaProblem } from '@portico/plugin-grafana-node';
import type { VariableModel } from '../reading/DashboardModel';
import { ALL, type Choice } from './chooseValues';
import { AUTO, autoInterval } from './intervalOptions';
import type { VariableContext } from './VariableContext';
import type { ChosenValue, VariableValues } from './VariableValues';

/** A variable with all that it offers and what is chosen. */
export interface WorkedOut {
  variable: VariableModel;
  options: readonly VariableOption[];
  /** As addresses have it: `$__all` and `$__auto` as they are. */
  current: string[];
  chosen: ChosenValue;
  fromEntity: boolean;
  /** Of an `adhoc` variable. */
  filters?: AdHocFilter[];
  keys?: string[];
  problem?: { name: string; message: string };
}

/** What texts of the dashboard are filled in with. */
export function valuesOf(worked: readonly WorkedOut[]): VariableValues {
  return new Map(worked.map(({ variable, chosen }) => [variable.name, chosen]));
}

/** With its options, and what is chosen of them. */
export function workedOut(
  variable: VariableModel,
  options: readonly VariableOption[],
  choice: Choice,
  { range }: VariableContext,
): WorkedOut {
  const { all, fromEntity } = choice;
  const values = choice.options.map(({ value }) => value);
  const { auto } = variable;
  return {
    ...unchosen(variable),
    options,
    current: all ? [ALL] : values,
    fromEntity,
    chosen: {
      ...unchosen(variable).chosen,
      all,
      values: values.map(value =>
        value === AUTO && auto ? autoInterval(range, auto) : value,
      ),
      texts: choice.options.map(({ text }) => text),
    },
  };
}

/**
 * With what it was saved with, as its options can't be learnt.
 *
 * @throws GrafanaProblem `ValueRefusedError` for any other value
 */
export function withoutOptions(
  variable: VariableModel,
  requested: readonly string[] | undefined,
  error: Error,
): WorkedOut {
  const { name, current, currentTexts } = variable;
  const all = current.includes(ALL);
  const other = requested?.find(it => it !== '' && !current.includes(it));
  if (other !== undefined) {
    throw new GrafanaProblem(
      'ValueRefusedError',
      `It can't be told whether the variable '${name}' offers '${other}': ${error.message}`,
      error,
    );
  }
  return {
    ...unchosen(variable),
    current: [...current],
    chosen: {
      ...unchosen(variable).chosen,
      all,
      values: all ? [] : [...current],
      texts: all ? [] : [...currentTexts],
    },
    problem: problemOf(error),
  };
}

/** Before anything is offered or chosen. */
export function unchosen(variable: VariableModel): WorkedOut {
  const { type, multi, includeAll, allValue } = variable;
  return {
    variable,
    options: [],
    current: [],
    fromEntity: false,
    chosen: {
      type,
      multi,
      includeAll,
      allValue,
      all: false,
      values: [],
      texts: [],
    },
  };
}

export function problemOf({ name, message }: Error) {
  return { name, message };
}
