import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { EntityDelivery } from '@portico/plugin-delivery-common';
import {
  errorName,
  ErrorState,
  errorWords,
  formatClock,
  List,
  ListRow,
  Section,
  State,
  TextLink,
  useLive,
  Waiting,
} from '@portico/ui';
import { useCallback } from 'react';
import { deliveryApiRef } from '../api/deliveryApiRef';
import { formatAmount } from '../model/duration';
import { figureWords } from '../model/figureWords';
import { SourceNotes } from '../parts/SourceNotes';
import { useLinks } from '../parts/useLinks';

const POLL_MS = 300_000;
const NAMES = [
  'leadTime',
  'deployments',
  'changeFailureRate',
  'timeToRestore',
] as const;

function Rows({ delivery }: { delivery: EntityDelivery }) {
  const { figures, targets } = delivery;
  return (
    <List>
      {NAMES.map(name => {
        const words = figureWords(name, figures[name], targets);
        const text = words.amount
          ? formatAmount(words.amount)
          : (figures[name].unknown && 'unknown') || 'none';
        return (
          <ListRow
            key={name}
            end={
              <span title={words.comparison}>
                {words.missed ? <State state="degraded">{text}</State> : text}
              </span>
            }
          >
            {words.label}
          </ListRow>
        );
      })}
    </List>
  );
}

/** The four figures of a component. */
export function DeliveryCard() {
  const entityRef = stringifyEntityRef(useEntity().entity);
  const api = useApi(deliveryApiRef);
  const links = useLinks();
  const { value, error, reload } = useLive(
    useCallback(() => api.entity(entityRef), [api, entityRef]),
    { pollMs: POLL_MS },
  );
  // What does not run, or was added a minute ago, has no figures.
  if (error && errorName(error) === 'NotFoundError') return null;
  return (
    <Section
      title={<TextLink to={links.page}>Delivery</TextLink>}
      qualifier={value && `${value.days} days`}
      meta={value?.asOf && formatClock(new Date(value.asOf))}
      tone={error && value ? 'stale' : 'fine'}
    >
      {!value && !error && <Waiting rows={4} what="delivery figures" />}
      {error && (
        <ErrorState
          inline
          state={value ? 'stale' : 'unknown'}
          what="Unknown: delivery has not answered."
          why={errorWords(error)}
          retry={reload}
        />
      )}
      {value && <SourceNotes sources={value.sources} />}
      {value && <Rows delivery={value} />}
    </Section>
  );
}
