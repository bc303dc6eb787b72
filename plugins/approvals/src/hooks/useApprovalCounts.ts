import { useApi } from '@backstage/frontend-plugin-api';
import type { ApprovalCounts } from '@portico/plugin-approvals-common';
import { useCallback } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { useLive, type Live } from './useLive';

const SPREAD_MS = 2_000;

/** How many wait, kept fresh. */
export function useApprovalCounts(): Live<ApprovalCounts> {
  const api = useApi(approvalsApiRef);
  return useLive(
    useCallback(() => api.counts(), [api]),
    { spreadMs: SPREAD_MS },
  );
}
