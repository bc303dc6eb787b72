import { useApi } from '@backstage/frontend-plugin-api';
import type { Approval } from '@portico/plugin-approvals-common';
import { Button, ErrorState, Icon, useAction } from '@portico/ui';
import { useCallback, useState } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import styles from './DecisionForm.module.css';
import { WithdrawDialog } from './WithdrawDialog';

/**
 * What whoever asked may do meanwhile: remind the others, or withdraw. Not beside the buttons of a decision:
 * whoever may refuse need not withdraw.
 */
export function RequesterActions(props: {
  approval: Approval;
  user?: string;
  onChange(approval: Approval): void;
}) {
  const { approval, user, onChange } = props;
  const { id, title, viewer } = approval;
  const api = useApi(approvalsApiRef);
  const [asking, setAsking] = useState(false);
  const [reminded, setReminded] = useState(false);
  const remind = useAction(
    useCallback(async () => {
      onChange(await api.remind(id));
      setReminded(true);
    }, [api, id, onChange]),
  );
  const withdraw = useAction(
    useCallback(
      async (comment?: string) => {
        onChange(await api.withdraw(id, comment));
        setAsking(false);
      },
      [api, id, onChange],
    ),
  );
  if (viewer.mayDecide.length > 0) return null;
  if (!viewer.mayRemind && !viewer.mayWithdraw) return null;
  // To those who manage approvals, it is there but not the thing to do.
  const asked = approval.requestedBy === user;
  return (
    <>
      <div className={styles.buttons}>
        {viewer.mayRemind && (
          <Button
            look={asked ? 'secondary' : 'text'}
            disabled={remind.busy || reminded}
            onClick={() => remind.start()}
          >
            <Icon name="bell" />
            {reminded ? 'Reminded' : 'Remind them'}
          </Button>
        )}
        {viewer.mayWithdraw && (
          <Button
            look={asked ? 'danger' : 'text'}
            onClick={() => setAsking(true)}
          >
            Withdraw…
          </Button>
        )}
      </div>
      {remind.failure && (
        <ErrorState
          inline
          urgent
          state="failing"
          what="Nobody was reminded."
          why={remind.failure}
        />
      )}
      <WithdrawDialog
        title={title}
        open={asking}
        busy={withdraw.busy}
        failure={withdraw.failure}
        onClose={() => setAsking(false)}
        onWithdraw={withdraw.start}
      />
    </>
  );
}
