import type { EntityCost } from '@portico/plugin-cost-common';
import { StateShape } from '@portico/ui';
import { ExportMenu } from '../page/frame/ExportMenu';
import { MonthChoices } from '../page/frame/MonthChoices';
import { BasisLine, BasisProblems } from '../parts/BasisLine';
import { BUDGET_STATE } from '../parts/budgetWords';
import { NotCurrent } from '../parts/NoCost';
import styles from './CostTab.module.css';
import { coversWords } from './coversWords';
import type { TabView } from './useTabView';
import { verdictWords } from './verdictWords';

/** The verdict in a sentence, month and metric beside it, what the numbers are and what they leave out. */
export function TabHead(props: {
  cost: EntityCost;
  view: TabView;
  error?: Error;
  retry(): void;
}) {
  const { cost, view, error, retry } = props;
  const { standing, basis, annotationProblems } = cost;
  const { lead, rest } = verdictWords(standing, basis.currency);
  const covers = coversWords(cost);
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        {standing.budget && (
          <StateShape
            state={BUDGET_STATE[standing.budget.state]}
            size={18}
            stale={Boolean(error)}
          />
        )}
        <p>
          <b>{lead}</b> {rest}
        </p>
        <div className={styles.controls}>
          <MonthChoices view={view} month={standing.month} />
          <ExportMenu
            query={view.query}
            month={standing.month}
            entityRef={cost.entityRef}
          />
        </div>
      </div>
      <div>
        <BasisLine basis={basis} />
      </div>
      <NotCurrent error={error} retry={retry} />
      <BasisProblems basis={basis} />
      {covers && <p className={styles.note}>{covers}</p>}
      {annotationProblems.length > 0 && (
        <ul className={styles.items} aria-label="Problems of annotations">
          {annotationProblems.map(problem => (
            <li key={problem}>
              <StateShape state="degraded" /> {problem}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
