import type { HealthSignal } from '@portico/plugin-health-common';
import { Td, TextLink, Th, Time } from '@portico/ui';

/** Heads of the two last columns of tables of signals. */
export function OriginHeads(props: { sinceWide?: boolean }) {
  return (
    <>
      <Th end wide={props.sinceWide}>
        Since
      </Th>
      <Th end wide>
        Source
      </Th>
    </>
  );
}

/** Since when a signal says so, and where to check. */
export function Origin(props: { signal: HealthSignal; sinceWide?: boolean }) {
  const { since, evidence } = props.signal;
  return (
    <>
      <Td end quiet wide={props.sinceWide}>
        {since && <Time at={since} />}
      </Td>
      <Td end wide>
        {evidence && <TextLink to={evidence.url}>{evidence.title}</TextLink>}
      </Td>
    </>
  );
}
