import { useApi } from '@backstage/frontend-plugin-api';
import type { Approval } from '@portico/plugin-approvals-common';
import { Button, ErrorState, Icon } from '@portico/ui';
import { useCallback, useState } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { useAction } from '../hooks/useAction';
import styles from './DecisionForm.module.css';
import { WithdrawDialog } from './WithdrawDialog';

/** What whoever asked may do meanwhile: remind the others, or withdraw. */
export function RequesterActions(props: {
  approval: Approval;
  onChange(approval: Approval): void;
}) {
  const { approval, onChange } = props;
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
  if (!viewer.mayRemind && !viewer.mayWithdraw) return null;
  return (
    <>
      <div className={styles.buttons}>
        {viewer.mayRemind && (
          <Button
            disabled={remind.busy || reminded}
            onClick={() => remind.start()}
          >
            <Icon name="bell" />
            {reminded ? 'Reminded' : 'Remind them'}
          </Button>
        )}
        {viewer.mayWithdraw && (
          <Button look="danger" onClick={() => setAsking(true)}>
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
