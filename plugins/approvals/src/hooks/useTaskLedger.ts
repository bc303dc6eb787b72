import { useApi } from '@backstage/frontend-plugin-api';
import type { TaskLedger } from '@portico/plugin-approvals-common';
import { useCallback } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { useLive, type Live } from './useLive';

/** What the task of an approval has done, kept fresh. */
export function useTaskLedger(approvalId: string): Live<TaskLedger> {
  const api = useApi(approvalsApiRef);
  return useLive(
    useCallback(() => api.ledger(approvalId), [api, approvalId]),
    { only: approvalId },
  );
}
