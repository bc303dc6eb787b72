import type { QueryRefusedError } from '@portico/plugin-prometheus-node';
import type { Part } from '../query/Part';
import type { AskProblem } from './Ask';
import { problemOf } from './problemOf';

/** How long a selector is left out. */
const LEFT_OUT_MS = 3_600_000;

const keyOf = ({ scope }: Part) => scope.select('');

/** Selectors of single entities that a server does not take, e.g. a regular expression that is none: left out for a while. */
export class RefusedSelectors {
  readonly #problems = new Map<string, { until: number; message: string }>();

  remember(
    parts: readonly Part[],
    { message, isTooMuch }: QueryRefusedError,
    now: Date,
  ): AskProblem {
    const [part] = parts;
    if (parts.length === 1 && part.scope.isSingle && !isTooMuch) {
      this.#problems.set(keyOf(part), {
        until: now.getTime() + LEFT_OUT_MS,
        message,
      });
    }
    const what = parts
      .map(it => it.reading)
      .slice(0, 3)
      .join(', ');
    return problemOf(parts, `${message} It was asked for ${what}.`);
  }

  of(part: Part, now: Date): AskProblem | undefined {
    if (!part.scope.isSingle) return undefined;
    const known = this.#problems.get(keyOf(part));
    if (!known || known.until < now.getTime()) return undefined;
    return problemOf([part], known.message);
  }
}
