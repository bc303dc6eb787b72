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
import { useLinks } from '../parts/useLinks';

/** Deployments after which it was not well, or that were undone. */
export function Failures({ overview }: { overview: DeliveryOverview }) {
  const links = useLinks();
  const { failures, figures, days } = overview;
  const { changeFailureRate: rate } = figures;
  return (
    <Section title="Failed deployments" qualifier={`${days} days`}>
      {failures.length === 0 ? (
        <EmptyState
          what={
            rate.n > 0
              ? `None of ${rate.n} deployments failed`
              : 'No deployment could be judged yet'
          }
          why={
            rate.unknown
              ? `Unknown: ${rate.unknown}`
              : 'A deployment fails if health gets worse within an hour after it, or if it is rolled back.'
          }
        />
      ) : (
        <Table label="Failed deployments">
          <thead>
            <tr>
              <Th>Service</Th>
              <Th>Deployed</Th>
              <Th>What happened</Th>
              <Th end>When</Th>
            </tr>
          </thead>
          <tbody>
            {failures.map(failure => (
              <tr key={`${failure.entityRef} ${failure.deployedAt}`}>
                <Th scope="row">
                  <TextLink to={links.entity(failure.entityRef)}>
                    {failure.title}
                  </TextLink>
                </Th>
                <Td nowrap>
                  {failure.revision} <Time at={failure.deployedAt} />
                </Td>
                <Td>
                  <TextLink plain to={links.health(failure.entityRef)}>
                    {failure.detail}
                  </TextLink>
                </Td>
                <Td end quiet>
                  <Time at={failure.at} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Section>
  );
}
