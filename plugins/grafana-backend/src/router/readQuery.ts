import { GrafanaProblem } from '@portico/plugin-grafana-node';
import type { Request } from 'express';
import type { Requested } from '../variables/Variables';

/** What a request says beside its path. */
export interface RequestQuery {
  from?: string;
  to?: string;
  /** Of `var-…`. */
  values: Requested;
  /** The others, by name. */
  more: Readonly<Record<string, string | undefined>>;
}

const VARIABLE = 'var-';
const ALWAYS = ['from', 'to'];
const MOST_VALUES = 500;
const LONGEST = 1000;

/**
 * Reads the query of a request.
 *
 * @param allowed names beside `from`, `to` and `var-…`
 * @throws GrafanaProblem `RequestRefusedError` for whatever else it names, e.g. a query of its own
 */
export function readQuery(
  { query }: Request,
  allowed: readonly string[] = [],
): RequestQuery {
  const values = new Map<string, string[]>();
  const plain: Record<string, string> = {};
  for (const [name, given] of Object.entries(query)) {
    const texts = textsOf(name, given);
    if (name.startsWith(VARIABLE) && name.length > VARIABLE.length) {
      values.set(name.slice(VARIABLE.length), texts);
    } else if (![...ALWAYS, ...allowed].includes(name)) {
      refuse(
        `'${name}' can't be asked for. A request may name ${[
          ...ALWAYS,
          ...allowed,
        ].join(
          ', ',
        )} and values of variables (var-…), and nothing else: Portico takes queries from the dashboard alone.`,
      );
    } else if (texts.length > 1) {
      refuse(`'${name}' is given ${texts.length} times.`);
    } else {
      [plain[name]] = texts;
    }
  }
  const { from, to, ...more } = plain;
  return { from: from || undefined, to: to || undefined, values, more };
}

/** A whole number of a query within bounds. */
export function numberIn(
  text: string | undefined,
  name: string,
  bounds: { least: number; most: number; otherwise: number },
): number {
  if (text === undefined) return bounds.otherwise;
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) {
    refuse(`${name} is '${text}', which is no number.`);
  }
  return Math.min(Math.max(Math.round(number), bounds.least), bounds.most);
}

/** @throws GrafanaProblem `RequestRefusedError` */
export function refuse(message: string): never {
  throw new GrafanaProblem('RequestRefusedError', message);
}

function textsOf(name: string, given: unknown): string[] {
  const texts = [given].flat();
  if (!texts.every(it => typeof it === 'string')) {
    refuse(`'${name}' is no text.`);
  }
  if (texts.length > MOST_VALUES || texts.some(it => it.length > LONGEST)) {
    refuse(`'${name}' has too many or too long values.`);
  }
  return texts;
}
