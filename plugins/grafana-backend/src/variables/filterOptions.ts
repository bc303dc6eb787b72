import { runInNewContext } from 'node:vm';
import { InputError } from '@backstage/errors';
import type { VariableOption } from '@portico/plugin-grafana-common';

/** A pattern that backtracks without end must not hold up everybody. */
const TIMEOUT_MS = 250;
const FIND = `options.map(option => [...option[by].matchAll(pattern)].map(match => ({ parts: [...match], groups: match.groups && { ...match.groups } })))`;

interface Match {
  parts: (string | undefined)[];
  groups?: Record<string, string | undefined>;
}

/**
 * Options whose value fits the variable's regular expression, with what its groups take of them: `(?<text>…)` and
 * `(?<value>…)`, or the first one.
 * https://grafana.com/docs/grafana/latest/visualizations/dashboards/variables/add-template-variables/#filter-variables-with-a-regular-expression
 *
 * @throws InputError for a pattern that is none, or never ends
 */
export function filterOptions(
  options: readonly VariableOption[],
  regex: string,
  by: 'value' | 'text' = 'value',
): VariableOption[] {
  if (!regex) return distinct(options);
  const matches = matchAll(options, regex, by);
  return distinct(
    options.flatMap((option, at) => taken(option, matches[at] ?? [])),
  );
}

function matchAll(
  options: readonly VariableOption[],
  regex: string,
  by: 'value' | 'text',
): Match[][] {
  const pattern = patternOf(regex);
  try {
    return runInNewContext(
      FIND,
      { options, pattern, by },
      { timeout: TIMEOUT_MS },
    );
  } catch (error) {
    throw new InputError(
      `The regular expression ${regex} takes too long: ${
        (error as Error).message
      } Write a simpler one in Grafana.`,
    );
  }
}

/** `/…/flags`, or the whole text. */
function patternOf(regex: string): RegExp {
  const [, body, flags = ''] = regex.match(/^\/(.*)\/([a-z]*)$/s) ?? [];
  try {
    return body === undefined
      ? new RegExp(`^${regex}$`, 'g')
      : new RegExp(body, flags.includes('g') ? flags : `${flags}g`);
  } catch (error) {
    throw new InputError(
      `${(error as Error).message}: correct it in Grafana.`,
      error as Error,
    );
  }
}

function taken(option: VariableOption, matches: Match[]): VariableOption[] {
  if (matches.length === 0) return [];
  const groups = Object.assign(
    {},
    ...matches.map(match => match.groups ?? {}).reverse(),
  ) as Record<string, string | undefined>;
  const { text, value } = groups;
  if (text !== undefined || value !== undefined) {
    return [{ text: text ?? value ?? '', value: value ?? text ?? '' }];
  }
  if (matches[0].parts.length === 1) return [option];
  return matches.flatMap(({ parts: [, group] }) =>
    group === undefined ? [] : [{ text: group, value: group }],
  );
}

function distinct(options: readonly VariableOption[]): VariableOption[] {
  const byValue = new Map<string, VariableOption>();
  for (const option of options) {
    if (!byValue.has(option.value)) byValue.set(option.value, option);
  }
  return [...byValue.values()];
}
