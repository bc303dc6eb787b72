import { useNow } from '@portico/ui';
import { useState } from 'react';
import { useLocation, useParams } from 'react-router-dom';
import { useApproval } from '../hooks/useApproval';
import { useUserRef } from '../hooks/useUserRef';
import { asOfNow } from '../model/asOfNow';
import page from '../parts/Page.module.css';
import styles from './decision.module.css';
import { DecisionHeader } from './DecisionHeader';
import { Difference } from './Difference';
import { Effects } from './Effects';
import { Facts } from './Facts';
import { History } from './History';
import { NoApproval } from './NoApproval';
import { PlannedAgain } from './PlannedAgain';
import { Policies } from './Policies';
import { TaskLedgerSection } from './TaskLedgerSection';
import { useNextApproval } from './useNextApproval';
import { WhoDecides } from './WhoDecides';

const SECOND = 1_000;

/** The comment that one brings along from the plan before. */
function broughtComment(state: unknown): string {
  const { comment } = (state ?? {}) as { comment?: unknown };
  return typeof comment === 'string' ? comment : '';
}

/** The page of one approval; another one starts over. */
export function DecisionPage() {
  const { id = '' } = useParams();
  return <Decision key={id} id={id} />;
}

/**
 * What happens, what it costs and where; the difference; who decides, and the decision. On narrow screens the
 * buttons come after the difference.
 */
function Decision({ id }: { id: string }) {
  const { value, error, signals, reload, replace } = useApproval(id);
  const user = useUserRef();
  const now = useNow(SECOND);
  const next = useNextApproval(id);
  const { state } = useLocation();
  const [comment, setComment] = useState(() => broughtComment(state));

  if (!value) return <NoApproval error={error} onTryNow={reload} />;
  const approval = asOfNow(value, now);
  const { change, supersededBy } = approval;
  const shared = { approval, now };
  return (
    <div className={page.page}>
      <DecisionHeader
        {...shared}
        user={user}
        error={error}
        signals={signals}
        onTryNow={reload}
        next={next}
      />
      {supersededBy && (
        <PlannedAgain
          approval={approval}
          newId={supersededBy}
          comment={comment}
        />
      )}
      <Facts approval={approval} />
      <div className={styles.grid}>
        <div className={styles.main}>
          <Difference change={change} />
          <Policies policies={change.policies} />
          <History {...shared} />
        </div>
        <div className={styles.side}>
          <Effects effects={change.effects} />
          <WhoDecides
            {...shared}
            user={user}
            comment={comment}
            onComment={setComment}
            onChange={replace}
            onConflict={reload}
            next={next}
          />
          <TaskLedgerSection {...shared} />
        </div>
      </div>
    </div>
  );
}
