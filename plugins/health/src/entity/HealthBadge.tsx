import { Badge, useNow } from '@portico/ui';
import { useVerdict } from '../hooks/useVerdict';
import { Changing } from '../parts/Changing';
import { lasting, STATE_WORDS } from '../parts/stateWords';

const TICK_MS = 15_000;

/** The verdict beside the entity's name, with how long it lasts; nothing while there is none. */
export function HealthBadge() {
  const { value, error } = useVerdict();
  const now = useNow(TICK_MS);
  if (!value) return null;
  const { state, since } = value;
  return (
    <Badge
      state={error ? 'stale' : state}
      tone={error ? 'unk' : undefined}
      detail={lasting(since, now)}
    >
      <Changing value={state}>{STATE_WORDS[state]}</Changing>
    </Badge>
  );
}
