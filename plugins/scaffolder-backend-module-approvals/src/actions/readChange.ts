import { InputError } from '@backstage/errors';
import type { Change } from '@portico/plugin-approvals-common';
import {
  changeSchema,
  completeChange,
  type ChangeDraft,
} from '@portico/plugin-approvals-node';

/**
 * The change as a template gives it, completed.
 *
 * @throws InputError that names what is wrong with it
 */
export function readChange(
  given: { kind: string } | undefined,
  options: { environment: string; fingerprint?: string },
): Change {
  const { environment, fingerprint } = options;
  const draft = (given ?? { kind: 'other' }) as ChangeDraft;
  const change = changeSchema.safeParse(
    completeChange({
      ...draft,
      where: { ...draft.where, environment },
      ...(fingerprint ? { fingerprint } : {}),
    }),
  );
  if (change.success) return change.data;
  throw new InputError(
    `The input 'change' of approval:request is not a change: ${change.error.issues
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('; ')}.`,
  );
}
