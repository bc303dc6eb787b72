import type { OrganisationCost } from '@portico/plugin-cost-common';
import { Section, TextLink } from '@portico/ui';
import { CauseTable } from '../unattributed/CauseTable';
import { UnattributedFigure } from '../unattributed/UnattributedFigure';
import { usePageLinks } from '../frame/usePageLinks';
import styles from './OrganisationTab.module.css';
import { ReconciliationLine } from './ReconciliationLine';

/** What is nobody's, why, and that with it the parts are the whole bill. Not for those who see a part of it. */
export function UnattributedSection({ cost }: { cost: OrganisationCost }) {
  const { unattributed, reconciliation, basis } = cost;
  const linkTo = usePageLinks();
  if (!unattributed) return null;
  const { share, goal, causes } = unattributed;
  return (
    <Section
      title="Unattributed"
      qualifier="what nobody sees on their own page"
      tone={share > goal ? 'warn' : 'fine'}
      meta={
        <TextLink to={linkTo('unattributed')}>Work through the list</TextLink>
      }
    >
      <div className={styles.unattributed}>
        <UnattributedFigure cost={unattributed} currency={basis.currency} />
        {causes.length > 0 ? (
          <CauseTable causes={causes} currency={basis.currency} />
        ) : (
          <p>Nothing is unattributed.</p>
        )}
      </div>
      {reconciliation && (
        <ReconciliationLine
          reconciliation={reconciliation}
          currency={basis.currency}
        />
      )}
    </Section>
  );
}
