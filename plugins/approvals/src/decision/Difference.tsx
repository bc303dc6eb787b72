import type { Change } from '@portico/plugin-approvals-common';
import { Button, EmptyState, Section, TextLink } from '@portico/ui';
import { memo, useState } from 'react';
import { MoneyChange } from '../parts/MoneyChange';
import { RefText } from '../parts/RefText';
import { Commits } from './Commits';
import styles from './Difference.module.css';
import { ResourceRow } from './ResourceRow';
import { useOpenRows } from './useOpenRows';

function Total({ cost }: Pick<Change, 'cost'>) {
  if (!cost) return null;
  return (
    <p className={styles.total}>
      <span>{cost.source}</span>
      <span>
        <MoneyChange
          before={cost.monthlyBefore}
          after={cost.monthlyAfter}
          currency={cost.currency}
        />{' '}
        a month
      </span>
    </p>
  );
}

function Qualifier({ change }: { change: Change }) {
  const { plan, resources } = change;
  return (
    <>
      {resources.length > 1 && 'most destructive first'}
      {plan && (
        <>
          {resources.length > 1 ? '; ' : ''}plan{' '}
          <RefText to={plan.url}>{plan.id}</RefText>
        </>
      )}
    </>
  );
}

/** What changes: most destructive first, what stays is folded. */
export const Difference = memo((props: { change: Change }) => {
  const { change } = props;
  const { plan, commits = [], diffUrl, resourcesOmitted = 0 } = change;
  const touched = change.resources.filter(({ action }) => action !== 'none');
  const same = change.resources.filter(({ action }) => action === 'none');
  const [sameShown, showSame] = useState(false);
  const rows = useOpenRows(touched);
  const things = (count: number) =>
    `${count} ${count === 1 ? 'resource' : 'resources'}`;
  return (
    <Section
      title="Difference"
      qualifier={<Qualifier change={change} />}
      meta={
        <>
          {plan?.logUrl && <TextLink to={plan.logUrl}>Plan log</TextLink>}
          {diffUrl && <TextLink to={diffUrl}>Compare</TextLink>}
          {rows.any && (
            <Button look="text" onClick={rows.toggleAll}>
              {rows.allOpen ? 'Fold all' : 'Expand all'}
            </Button>
          )}
        </>
      }
    >
      {commits.length > 0 && <Commits commits={commits} />}
      {touched.length + commits.length === 0 && (
        <EmptyState
          what="No resource is changed"
          why="Outputs or settings alone may change; the flow still waits for the decision."
        />
      )}
      <ul className={styles.resources}>
        {[...touched, ...(sameShown ? same : [])].map(resource => (
          <ResourceRow
            key={resource.address}
            resource={resource}
            open={rows.isOpen(resource)}
            onToggle={() => rows.toggle(resource)}
          />
        ))}
      </ul>
      {same.length > 0 && (
        <p className={styles.omitted}>
          <Button
            look="text"
            aria-expanded={sameShown}
            onClick={() => showSame(!sameShown)}
          >
            {things(same.length)} unchanged
          </Button>
        </p>
      )}
      {resourcesOmitted > 0 && (
        <p className={styles.omitted}>
          {things(resourcesOmitted)} more than fit here; the plan itself has
          them all{plan?.url ? ': ' : '.'}
          {plan?.url && <TextLink to={plan.url}>{plan.id}</TextLink>}
        </p>
      )}
      <Total cost={change.cost} />
    </Section>
  );
});
