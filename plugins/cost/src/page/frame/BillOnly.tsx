import type { OrganisationCost } from '@portico/plugin-cost-common';
import { EmptyState, Icon, Section, Waiting, type Live } from '@portico/ui';
import type { ReactNode } from 'react';

/** Sections that are of the whole bill say to others whom they are for. */
export function BillOnly(props: {
  live: Live<OrganisationCost>;
  children: ReactNode;
}) {
  const { live, children } = props;
  const { value } = live;
  if (!value) return <Waiting rows={8} what="cost" />;
  if (value.scope === 'all') return <>{children}</>;
  return (
    <Section label="Whole bill">
      <EmptyState
        shape={<Icon name="lock" />}
        what="The whole bill is for finance and the platform team"
        why="What your teams and their systems cost is under Yours and Teams. Ask the platform team for the permission cost.bill.read."
      />
    </Section>
  );
}
