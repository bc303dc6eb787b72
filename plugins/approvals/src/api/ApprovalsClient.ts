import { ResponseError } from '@backstage/errors';
import type { DiscoveryApi, FetchApi } from '@backstage/frontend-plugin-api';
import type {
  Approval,
  ApprovalCounts,
  ApprovalList,
  ApprovalListQuery,
  DecideBody,
  DelegateBody,
  Delegation,
  DelegationList,
  TaskLedger,
} from '@portico/plugin-approvals-common';
import type { ApprovalsApi } from './approvalsApiRef';

const pathOf = (id: string) => `/approvals/${encodeURIComponent(id)}`;

/** Asks the approvals backend over HTTP. */
export class ApprovalsClient implements ApprovalsApi {
  constructor(
    private readonly deps: { discoveryApi: DiscoveryApi; fetchApi: FetchApi },
  ) {}

  list(query: ApprovalListQuery) {
    const parameters = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      for (const one of [value].flat()) {
        if (one !== undefined) parameters.append(key, String(one));
      }
    }
    return this.request<ApprovalList>(`/approvals?${parameters}`);
  }

  counts() {
    return this.request<ApprovalCounts>('/counts');
  }

  get(id: string) {
    return this.request<Approval>(pathOf(id));
  }

  ledger(id: string) {
    return this.request<TaskLedger>(`${pathOf(id)}/ledger`);
  }

  decide(id: string, body: DecideBody) {
    return this.post<Approval>(`${pathOf(id)}/decision`, body);
  }

  withdraw(id: string, comment?: string) {
    return this.post<Approval>(`${pathOf(id)}/withdraw`, { comment });
  }

  remind(id: string) {
    return this.post<Approval>(`${pathOf(id)}/remind`, {});
  }

  delegations() {
    return this.request<DelegationList>('/delegations');
  }

  delegate(body: DelegateBody) {
    return this.post<Delegation>('/delegations', body);
  }

  async endDelegation(id: string) {
    await this.send('approvals', `/delegations/${encodeURIComponent(id)}`, {
      method: 'DELETE',
    });
  }

  async cleanUp(taskId: string) {
    await this.send(
      'scaffolder',
      `/portico/tasks/${encodeURIComponent(taskId)}/cleanup`,
      { method: 'POST' },
    );
  }

  private async request<T>(path: string): Promise<T> {
    return (await this.send('approvals', path)).json();
  }

  private async post<T>(path: string, body: object): Promise<T> {
    const response = await this.send('approvals', path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  private async send(plugin: string, path: string, init?: RequestInit) {
    const baseUrl = await this.deps.discoveryApi.getBaseUrl(plugin);
    const response = await this.deps.fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
