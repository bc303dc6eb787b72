import type { OrganisationCost } from '@portico/plugin-cost-common';
import { LinkTabs, Page, type Live } from '@portico/ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { BasisLine, BasisProblems } from '../../parts/BasisLine';
import { ExportMenu } from './ExportMenu';
import { MonthChoices, thisMonth } from './MonthChoices';
import styles from './PageFrame.module.css';
import { useLast } from './useLast';
import { usePageLinks, type PageSection } from './usePageLinks';
import { usePageQuery } from './usePageQuery';

/** `bill`: for those alone who may see the whole bill. */
const SECTIONS: { section?: PageSection; title: string; bill?: boolean }[] = [
  { title: 'Organisation' },
  { section: 'teams', title: 'Teams' },
  { section: 'providers', title: 'Providers' },
  { section: 'unattributed', title: 'Unattributed', bill: true },
  { section: 'budgets', title: 'Budgets' },
  { section: 'anomalies', title: 'Anomalies' },
  { section: 'savings', title: 'Savings' },
  { section: 'sources', title: 'Sources', bill: true },
];

/** Title, age, month, metric and tabs of the page; for whom sees a part, in words which. */
export function PageFrame(props: {
  live: Live<OrganisationCost>;
  children: ReactNode;
}) {
  const { live, children } = props;
  const { value } = live;
  const view = usePageQuery();
  const { query } = view;
  const linkTo = usePageLinks();
  const { pathname } = useLocation();
  const scope = useLast(value?.scope);
  const month = query.month ?? value?.standing.month ?? thisMonth();
  const tabs = SECTIONS.filter(({ bill }) => !bill || scope === 'all').map(
    ({ section, title }) => {
      const to = linkTo(section);
      return {
        title: section === undefined && scope === 'mine' ? 'Yours' : title,
        to,
        active: pathname === to.split('?')[0],
      };
    },
  );
  return (
    <Page
      title="Cost"
      actions={
        <>
          {value && <BasisLine basis={value.basis} />}
          <span className={styles.choices}>
            <MonthChoices
              view={view}
              month={month}
              currency={value?.basis.currency}
            />
            {value && <ExportMenu query={query} month={month} />}
          </span>
        </>
      }
      tabs={<LinkTabs label="Cost, sections" tabs={tabs} />}
    >
      {value?.scope === 'mine' && (
        <p className={styles.scope}>
          What you may see: your teams’ and their systems’. Sums on this page
          are of those alone; the whole bill is for finance and the platform
          team.
        </p>
      )}
      {value && <BasisProblems basis={value.basis} />}
      {children}
    </Page>
  );
}
