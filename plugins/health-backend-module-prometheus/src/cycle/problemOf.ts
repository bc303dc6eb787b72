import type { Part } from '../query/Part';
import type { AskProblem } from './Ask';

/** What could not be learned of those whom the parts are about. */
export function problemOf(
  parts: readonly Part[],
  message: string,
  isOutage = false,
): AskProblem {
  const refs = parts.flatMap(part => part.scope.entityRefs);
  return { message, entityRefs: [...new Set(refs)], isOutage };
}
