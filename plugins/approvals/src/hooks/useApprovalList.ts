import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ApprovalList,
  ApprovalListQuery,
} from '@portico/plugin-approvals-common';
import { useCallback } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { useLive, type Live } from './useLive';

const SPREAD_MS = 1_000;

/** A list of approvals, kept fresh. */
export function useApprovalList(query: ApprovalListQuery): Live<ApprovalList> {
  const api = useApi(approvalsApiRef);
  const key = JSON.stringify(query);
  return useLive(
    useCallback(() => api.list(JSON.parse(key)), [api, key]),
    { spreadMs: SPREAD_MS },
  );
}
