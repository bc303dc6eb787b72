import type { DeliveryOverview } from '@portico/plugin-delivery-common';
import {
  formatAge,
  List,
  ListRow,
  Section,
  StateShape,
  TextLink,
  useNow,
} from '@portico/ui';
import { DeliveryFigure } from '../parts/DeliveryFigure';
import { useLinks } from '../parts/useLinks';
import styles from './Delivery.module.css';

const MINUTE = 60_000;

/** How long it takes to begin: services and people. */
export function Flows({ overview }: { overview: DeliveryOverview }) {
  const { createToProduction, onboarding, targets, waiting } = overview;
  const links = useLinks();
  const now = useNow(MINUTE);
  return (
    <div className={styles.stack}>
      <DeliveryFigure
        name="onboarding"
        measure={onboarding}
        targets={targets}
      />
      <DeliveryFigure
        name="createToProduction"
        measure={createToProduction}
        targets={targets}
      />
      {waiting.length > 0 && (
        <Section title="Not in production yet" qualifier="created services">
          <List>
            {waiting.map(({ entityRef, title, createdAt }) => (
              <ListRow
                key={entityRef}
                icon={<StateShape state="waiting" />}
                end={formatAge(new Date(createdAt), now)}
              >
                <TextLink plain to={links.entity(entityRef)}>
                  {title}
                </TextLink>
              </ListRow>
            ))}
          </List>
        </Section>
      )}
    </div>
  );
}
