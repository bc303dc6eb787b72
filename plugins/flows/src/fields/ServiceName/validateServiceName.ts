import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { explainServiceName } from '@portico/plugin-flows-common';
import { flowsApiRef } from '../../api/flowsApiRef';
import { takenSentence } from './describeCheck';

/**
 * Keeps the form where it is while the name is malformed or taken. A check that cannot be made doesn't
 * block: the field says so, and the first step of the task checks again.
 */
export const validateServiceName: CustomFieldValidator<string> = async (
  name,
  field,
  { apiHolder },
) => {
  const reason = explainServiceName(name ?? '');
  if (reason) {
    field.addError(reason);
    return;
  }
  const answer = await apiHolder
    .get(flowsApiRef)
    ?.checkName(name)
    .catch(() => undefined);
  if (answer && !answer.free) field.addError(takenSentence(answer));
};
