import type { HealthState } from '@portico/plugin-health-common';
import { StateShape, VisuallyHidden } from '@portico/ui';
import { STATE_WORDS } from './stateWords';

/** The shape of a state; its word is there for readers. */
export function StateMark(props: { state: HealthState; size?: number }) {
  const { state, size } = props;
  return (
    <>
      <StateShape state={state} size={size} />
      <VisuallyHidden>{STATE_WORDS[state]} </VisuallyHidden>
    </>
  );
}
