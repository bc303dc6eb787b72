import type { HealthSummary } from '@portico/plugin-health-common';
import {
  ErrorState,
  errorWords,
  NeedsYouMore,
  NeedsYouRow,
  StateShape,
  TextLink,
  useNow,
  VisuallyHidden,
} from '@portico/ui';
import { compareSummaries } from '../catalog/summaryCells';
import { useSummaries } from '../hooks/useSummaries';
import { lasting } from '../parts/stateWords';
import { useHealthLinks } from '../parts/useHealthLinks';
import { useMyComponents } from './useMyComponents';

const SHOWN = 5;
const HALF_MINUTE = 30_000;

function Row({ item, now }: { item: HealthSummary; now: Date }) {
  const links = useHealthLinks();
  const { entityRef, title, state, headline, since } = item;
  return (
    <NeedsYouRow
      shape={<StateShape state={state} />}
      kind="Health"
      age={lasting(since, now)}
      action={
        <TextLink to={links.entity(entityRef)}>
          See why <VisuallyHidden>{`${title} is ${state}`}</VisuallyHidden>
        </TextLink>
      }
    >
      <b>{title}</b> is {state}
      {headline && `: ${headline.replace(/\.$/, '')}`}
    </NeedsYouRow>
  );
}

/** The viewer's services that fail or are degraded, as rows of "Needs you"; nothing where none is. */
export function NeedsYouRows() {
  const mine = useMyComponents();
  const links = useHealthLinks();
  const now = useNow(HALF_MINUTE);
  const refs = mine.value ?? [];
  const { value, error, reload } = useSummaries(refs);
  if (error && !refs.every(ref => value?.has(ref))) {
    return (
      <li>
        <ErrorState
          inline
          what="Unknown: health has not answered."
          why={errorWords(error)}
          retry={reload}
        />
      </li>
    );
  }
  const worst = refs
    .flatMap(ref => value?.get(ref) ?? [])
    .filter(({ state }) => state === 'failing' || state === 'degraded')
    .sort((a, b) => compareSummaries(value)(a.entityRef, b.entityRef));
  const more = worst.length - SHOWN;
  return (
    <>
      {worst.slice(0, SHOWN).map(item => (
        <Row key={item.entityRef} item={item} now={now} />
      ))}
      {more > 0 && (
        <NeedsYouMore>
          <TextLink to={links.page(undefined, { state: 'failing,degraded' })}>
            {`${more} more of your services ${
              more === 1 ? 'needs' : 'need'
            } attention`}
          </TextLink>
        </NeedsYouMore>
      )}
    </>
  );
}
