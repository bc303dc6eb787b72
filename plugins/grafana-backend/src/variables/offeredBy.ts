import { InputError } from '@backstage/errors';
import type { VariableOption } from '@portico/plugin-grafana-common';
import type { VariableModel } from '../reading/DashboardModel';
import { customOptions } from './customOptions';
import { datasourceOptions } from './datasourceOptions';
import { filterOptions } from './filterOptions';
import { interpolate, interpolateJson } from './interpolate';
import { intervalOptions } from './intervalOptions';
import { sortOptions } from './sortOptions';
import { askOptions } from './sources/askOptions';
import {
  optionsOf,
  type OptionsQuestion,
  type RawOptions,
  type VariableContext,
} from './VariableContext';
import type { VariableValues } from './VariableValues';

/** Asks, or knows the answer to the same question. */
export type AskOptions = (
  question: OptionsQuestion,
  key: readonly unknown[],
  work: (question: OptionsQuestion) => Promise<RawOptions>,
) => Promise<RawOptions>;

/**
 * All that a variable offers, filtered and sorted.
 *
 * @param preset what the entity has for it; text that can be anything offers that, too
 * @param options.questionOf throws GrafanaProblem `DatasourceNotFoundError`
 * @throws GrafanaProblem, or InputError for what can't be asked or understood
 */
export async function offeredBy(
  variable: VariableModel,
  preset: string | undefined,
  values: VariableValues,
  options: {
    context: VariableContext;
    ask: AskOptions;
    questionOf: () => OptionsQuestion;
  },
): Promise<VariableOption[]> {
  const { type, query, regex, current, sort, regexApplyTo } = variable;
  const { context, ask, questionOf } = options;
  const text = (it: string) =>
    interpolate(it, { values, builtIns: context.builtIns });
  switch (type) {
    case 'constant':
      return optionsOf([text(String(query || (current[0] ?? '')))]);
    case 'textbox': {
      const own = text(String(query || (current[0] ?? '')));
      return optionsOf([...new Set([own, preset ?? own])]);
    }
    case 'custom':
      return variable.options.length && !query
        ? variable.options
        : customOptions(text(String(query)));
    case 'interval':
      return intervalOptions(variable);
    case 'datasource':
      return datasourceOptions(
        { ...variable, regex: text(regex) },
        context.inventory,
      );
    case 'query': {
      const question = questionOf();
      const key = interpolateJson(query, { values });
      const raw = await ask(question, ['query', key], shared =>
        askOptions(shared, query, values),
      );
      const pattern = interpolate(regex, { values, format: 'regex' });
      return sortOptions(filterOptions(raw, pattern, regexApplyTo), sort);
    }
    default:
      throw new InputError(`Variables of the kind '${type}' offer nothing.`);
  }
}
