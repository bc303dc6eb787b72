import type { DeliverySource } from '@portico/plugin-delivery-common';
import { ErrorState, formatSince, TextLink } from '@portico/ui';

function what({ title, state, answeredAt }: DeliverySource): string {
  if (state === 'partly') return `${title} answered in part.`;
  return answeredAt
    ? `${title} has not answered since ${formatSince(new Date(answeredAt))}.`
    : `${title} has not answered yet.`;
}

/** Which sources did not say all that figures rest on, and why. */
export function SourceNotes({ sources }: { sources: DeliverySource[] }) {
  const open = sources.filter(({ state }) => state !== 'answered');
  return (
    <>
      {open.map(source => (
        <ErrorState
          key={source.id}
          inline
          state={source.answeredAt ? 'stale' : 'unknown'}
          what={what(source)}
          why={source.message}
          action={
            source.path && (
              <TextLink to={source.path}>More of {source.title}</TextLink>
            )
          }
        />
      ))}
    </>
  );
}

/** Whether what a figure rests on is older than the newest collection. */
export function isSilent(
  sources: DeliverySource[],
  ...ids: DeliverySource['id'][]
): boolean {
  return sources.some(
    ({ id, state, answeredAt }) =>
      ids.includes(id) && state === 'silent' && answeredAt !== undefined,
  );
}
