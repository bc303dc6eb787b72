import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Approval, Change } from '@portico/plugin-approvals-common';
import type {
  ApprovalPreview,
  ApprovalRequest,
  ApprovalsClient,
  RequestOutcome,
} from './ApprovalsClient';
import { ApprovalChanges } from './ApprovalChanges';

const REQUEST_TIMEOUT_MS = 20_000;
const POLL_MS = 20_000;

/** Speaks to `/api/approvals` as the plugin that it is used in. */
export class HttpApprovalsClient implements ApprovalsClient {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #logger: LoggerService;
  readonly #changes: ApprovalChanges;
  readonly #pollMs: number;

  /** @param options.pollMs how often a waiting task asks where no event tells it, default 20 s */
  constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    events: EventsService;
    logger: LoggerService;
    pollMs?: number;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#logger = options.logger;
    this.#changes = new ApprovalChanges(options.events);
    this.#pollMs = options.pollMs ?? POLL_MS;
  }

  preview(request: ApprovalRequest): Promise<ApprovalPreview> {
    return this.#send('POST', '/requests/preview', request);
  }

  request(request: ApprovalRequest): Promise<RequestOutcome> {
    return this.#send('POST', '/requests', request);
  }

  get(approvalId: string): Promise<Approval> {
    return this.#send('GET', `/approvals/${encodeURIComponent(approvalId)}`);
  }

  async wait(
    approvalId: string,
    options: { signal?: AbortSignal; onUpdate?: (approval: Approval) => void },
  ): Promise<Approval> {
    const { signal, onUpdate } = options;
    const watch = await this.#changes.watch(approvalId);
    try {
      for (;;) {
        signal?.throwIfAborted();
        const approval = await this.#tryGet(approvalId);
        if (approval) {
          onUpdate?.(approval);
          if (approval.state !== 'waiting') return approval;
        }
        await watch.next({ timeoutMs: this.#pollMs, signal });
      }
    } finally {
      watch.end();
    }
  }

  markUsed(
    approvalId: string,
    use: { taskId: string; fingerprint: string },
  ): Promise<Approval> {
    return this.#send('POST', `/requests/${approvalId}/use`, use);
  }

  supersede(
    approvalId: string,
    change: Change,
    options: { because: string },
  ): Promise<RequestOutcome> {
    return this.#send('POST', `/requests/${approvalId}/supersede`, {
      change,
      ...options,
    });
  }

  async reportPlan(
    approvalId: string,
    plan: { fresh: boolean; checkedAt: string },
  ): Promise<void> {
    await this.#send('POST', `/requests/${approvalId}/plan`, plan);
  }

  async withdraw(
    task: { taskId: string; stepId?: string },
    options: { because: string },
  ): Promise<number> {
    const { withdrawn } = await this.#send<{ withdrawn: number }>(
      'POST',
      '/requests/withdraw',
      { ...task, ...options },
    );
    return withdrawn;
  }

  /** `undefined` while the backend can't answer; what it refuses is thrown. */
  async #tryGet(approvalId: string): Promise<Approval | undefined> {
    try {
      return await this.get(approvalId);
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode < 500) throw error;
      this.#logger.warn(
        `Approval ${approvalId} could not be read, asking again within ${
          this.#pollMs / 1000
        } s: ${(error as Error).message}`,
      );
      return undefined;
    }
  }

  async #send<T>(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<T> {
    const baseUrl = await this.#discovery.getBaseUrl('approvals');
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'approvals',
    });
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return (await response.json()) as T;
  }
}
