import { useApi } from '@backstage/frontend-plugin-api';
import type { DelegationList } from '@portico/plugin-approvals-common';
import { useCallback } from 'react';
import { approvalsApiRef } from '../api/approvalsApiRef';
import { useLive, type Live } from './useLive';

/** Who decides for whom during absences, kept fresh. */
export function useDelegations(): Live<DelegationList> {
  const api = useApi(approvalsApiRef);
  return useLive(useCallback(() => api.delegations(), [api]));
}
