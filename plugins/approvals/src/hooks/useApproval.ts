import { useApi } from '@backstage/frontend-plugin-api';
import type { Approval } from '@portico/plugin-approvals-common';
import { useCallback } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { useLive, type Live } from './useLive';

/** One approval, kept fresh. */
export function useApproval(id: string): Live<Approval> {
  const api = useApi(approvalsApiRef);
  return useLive(
    useCallback(() => api.get(id), [api, id]),
    { only: id },
  );
}
