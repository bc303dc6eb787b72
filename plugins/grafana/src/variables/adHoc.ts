import type { AdHocFilter } from '@portico/plugin-grafana-common';

/** Operators in the order in which they are offered. */
export const OPERATORS: AdHocFilter['operator'][] = [
  '=',
  '!=',
  '=~',
  '!~',
  '<',
  '>',
];

/** As Grafana writes a pipe inside of a part. */
const escaped = (part: string) => part.replaceAll('|', '__gfp__');

/** A condition as addresses have it: `key|operator|value`. */
export const filterValue = ({ key, operator, value }: AdHocFilter): string =>
  [key, operator, value].map(escaped).join('|');
