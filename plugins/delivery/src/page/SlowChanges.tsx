import type { DeliveryOverview } from '@portico/plugin-delivery-common';
import {
  EmptyState,
  Section,
  Table,
  Td,
  TextLink,
  Th,
  Time,
} from '@portico/ui';
import { formatSeconds } from '../model/duration';
import { useLinks } from '../parts/useLinks';
import styles from './Delivery.module.css';

/** Which deployments lead time says nothing of. */
function missingWords({ missingCommits }: DeliveryOverview): string {
  const { of, pending, unknown, reasons } = missingCommits;
  const parts = [
    unknown > 0 &&
      `${unknown} of ${of} deployments without commits (${reasons.join('; ')})`,
    pending > 0 && `${pending} of ${of} not asked of GitHub yet`,
  ].filter(Boolean);
  return parts.join('; ');
}

/** The changes that took longest from commit to production. */
export function SlowChanges({ overview }: { overview: DeliveryOverview }) {
  const links = useLinks();
  const { slowest, days } = overview;
  const missing = missingWords(overview);
  return (
    <Section title="Slowest changes" qualifier={`${days} days`}>
      {slowest.length === 0 ? (
        <EmptyState
          what="No change could be followed to production"
          why="A change is followed from its commit in the repository that Argo CD deploys, from an application's second deployment on."
        />
      ) : (
        <Table label="Slowest changes">
          <thead>
            <tr>
              <Th>Service</Th>
              <Th>Change</Th>
              <Th end wide>
                In production
              </Th>
              <Th end>Lead time</Th>
            </tr>
          </thead>
          <tbody>
            {slowest.map(change => (
              <tr key={`${change.entityRef} ${change.revision}`}>
                <Th scope="row">
                  <TextLink to={links.entity(change.entityRef)}>
                    {change.title}
                  </TextLink>
                </Th>
                <Td>
                  {change.url ? (
                    <TextLink plain to={change.url}>
                      {change.message}
                    </TextLink>
                  ) : (
                    change.message
                  )}
                </Td>
                <Td end quiet wide>
                  <Time at={change.deployedAt} />
                </Td>
                <Td end>{formatSeconds(change.seconds)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {missing && <p className={styles.note}>{missing}.</p>}
    </Section>
  );
}
