import { badRequest } from '../StatusError';
import type { KubernetesObject, LabelSelector } from './types';

type Labels = Record<string, string> | undefined;

/** Whether a workload's selector picks these labels. A selector without rules picks everything. */
export function matchesSelector(
  selector: LabelSelector | undefined,
  labels: Labels = {},
): boolean {
  const exact = Object.entries(selector?.matchLabels ?? {});
  return (
    exact.every(([key, value]) => labels[key] === value) &&
    (selector?.matchExpressions ?? []).every(
      ({ key, operator, values = [] }) => {
        switch (operator) {
          case 'In':
            return key in labels && values.includes(labels[key]);
          case 'NotIn':
            return !(key in labels) || !values.includes(labels[key]);
          case 'Exists':
            return key in labels;
          default:
            return !(key in labels);
        }
      },
    )
  );
}

const SET = /^([^\s!=]+)\s+(in|notin)\s+\(([^)]*)\)$/;
const EQUALITY = /^([^\s!=]+)\s*(==|=|!=)\s*([^\s=]*)$/;

/**
 * A predicate from the query parameter `labelSelector`, e.g. `app=orders,tier in (web,api),!legacy`.
 *
 * @throws StatusError 400 where it can't be read
 */
export function parseLabelSelector(text: string): (labels: Labels) => boolean {
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  const tests = parts.filter(Boolean).map(part => {
    const set = SET.exec(part);
    if (set) {
      const values = set[3].split(',').map(value => value.trim());
      const wanted = set[2] === 'in';
      return (labels: Record<string, string>) =>
        wanted === (set[1] in labels && values.includes(labels[set[1]]));
    }
    const equality = EQUALITY.exec(part);
    if (equality) {
      const [, key, operator, value] = equality;
      return (labels: Record<string, string>) =>
        (operator === '!=') !== (labels[key] === value);
    }
    const existence = /^(!?)\s*([\w./-]+)$/.exec(part);
    if (!existence) {
      throw badRequest(
        `unable to parse requirement: found '${part}', expected: in, notin, =, ==, !=`,
      );
    }
    return (labels: Record<string, string>) =>
      (existence[1] === '') === existence[2] in labels;
  });
  return labels => tests.every(test => test(labels ?? {}));
}

/** A predicate from the query parameter `fieldSelector`, e.g. `metadata.name=orders,status.phase!=Running`. */
export function parseFieldSelector(
  text: string,
): (object: KubernetesObject) => boolean {
  const tests = text
    .split(',')
    .filter(Boolean)
    .map(part => {
      const match = /^([\w.]+)(==|=|!=)(.*)$/.exec(part.trim());
      if (!match) throw badRequest(`invalid field selector: ${part}`);
      const [, path, operator, value] = match;
      return (object: KubernetesObject) =>
        (operator === '!=') !== (fieldText(object, path) === value);
    });
  return object => tests.every(test => test(object));
}

function fieldText(object: unknown, path: string): string {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (at as Record<string, unknown> | undefined)?.[key],
      object,
    );
  return value === undefined ? '' : String(value);
}
