import {
  CostExplorerClient,
  GetCostAndUsageCommand,
  GetTagsCommand,
  type GetCostAndUsageCommandInput,
} from '@aws-sdk/client-cost-explorer';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { ServiceUnavailableError } from '@backstage/errors';
import { repeat } from '@portico/plugin-flows-common';
import type { DaySlice } from '@portico/plugin-cost-node';
import type { AwsSettings } from '../config/AwsSettings';
import { clientConfig } from './clientConfig';
import { costExplorerError, isPassing } from './costExplorerError';
import type { Group } from './Group';
import { periodOf, readGroups } from './readGroups';
import type { RequestBudget } from './RequestBudget';

/** How long AWS is waited for, in milliseconds; for tests. */
export interface Patience {
  /** One attempt; 30,000 if absent. */
  timeoutMs?: number;
  /** Pause after the first failure, doubled with each further one; 2,000 if absent. */
  retryDelayMs?: number;
}

/** What goes with each request of a pull. */
export interface Call {
  signal: AbortSignal;
  /** Told of each request that is sent and paid. */
  onRequest: () => void;
}

/** What is asked for; the period, metrics and pages are added. */
export type Question = Pick<GetCostAndUsageCommandInput, 'Filter'> & {
  groupBy: NonNullable<GetCostAndUsageCommandInput['GroupBy']>;
  granularity: 'DAILY' | 'MONTHLY';
};

/**
 * Cost Explorer by AWS's own client: pages, repetition of what was throttled, and errors that say what to do. Each
 * request, also one that is repeated, counts on the budget.
 */
export class CostExplorer {
  readonly #options: {
    settings: AwsSettings;
    budget: RequestBudget;
    title: string;
    patience: Patience;
  };
  #client?: CostExplorerClient;
  #billingAccountId?: string;

  constructor(options: {
    settings: AwsSettings;
    budget: RequestBudget;
    /** As messages name it. */
    title: string;
    patience?: Patience;
  }) {
    this.#options = { ...options, patience: options.patience ?? {} };
    this.#billingAccountId = options.settings.billingAccountId;
  }

  /** The account that pays: as configured, that of the role, or the caller's own. */
  async billingAccountId({ signal }: Call): Promise<string> {
    const { role } = this.#options.settings;
    this.#billingAccountId ??= role?.arn.split(':')[4];
    if (this.#billingAccountId) return this.#billingAccountId;
    const client = new STSClient(this.#config());
    try {
      const { Account } = await this.#ask(
        {
          right: 'sts:GetCallerIdentity',
          what: 'the account that it pays for',
        },
        () =>
          client.send(new GetCallerIdentityCommand({}), {
            abortSignal: signal,
          }),
        signal,
      );
      this.#billingAccountId = Account ?? '';
      return this.#billingAccountId;
    } finally {
      client.destroy();
    }
  }

  /** Groups of a slice, page by page. */
  async *groups(
    slice: DaySlice,
    { Filter, groupBy, granularity }: Question,
    call: Call,
  ): AsyncGenerator<Group[]> {
    const { netOfDiscounts } = this.#options.settings;
    const metrics = netOfDiscounts
      ? { billed: 'NetUnblendedCost', effective: 'NetAmortizedCost' }
      : { billed: 'UnblendedCost', effective: 'AmortizedCost' };
    const what = `the costs from ${slice.from} to ${slice.to}, by ${groupBy
      .map(({ Key }) => Key)
      .join(' and ')}`;
    const pages = this.#pages(
      { right: 'ce:GetCostAndUsage', what },
      NextPageToken =>
        this.#costExplorer().send(
          new GetCostAndUsageCommand({
            TimePeriod: periodOf(slice),
            Granularity: granularity,
            Metrics: Object.values(metrics),
            GroupBy: groupBy,
            Filter,
            NextPageToken,
          }),
          { abortSignal: call.signal },
        ),
      call,
    );
    for await (const page of pages) yield readGroups(page, metrics);
  }

  /** Keys of cost allocation tags that costs of a slice carry. */
  async tagKeys(slice: DaySlice, call: Call): Promise<string[]> {
    const keys: string[] = [];
    const pages = this.#pages(
      { right: 'ce:GetTags', what: 'the keys of tags' },
      NextPageToken =>
        this.#costExplorer().send(
          new GetTagsCommand({ TimePeriod: periodOf(slice), NextPageToken }),
          { abortSignal: call.signal },
        ),
      call,
    );
    for await (const { Tags = [] } of pages) keys.push(...Tags);
    return keys;
  }

  /** Each request is counted before it is sent. */
  async *#pages<Page extends { NextPageToken?: string }>(
    asked: { right: string; what: string },
    send: (token: string | undefined) => Promise<Page>,
    { signal, onRequest }: Call,
  ): AsyncGenerator<Page> {
    let next: string | undefined;
    do {
      const token = next;
      const page = await this.#ask(
        asked,
        () => {
          this.#options.budget.take();
          onRequest();
          return send(token);
        },
        signal,
      );
      yield page;
      next = page.NextPageToken;
    } while (next);
  }

  /** One client for all slices, so that its connections and the credentials of a role are kept. */
  #costExplorer(): CostExplorerClient {
    this.#client ??= new CostExplorerClient(this.#config());
    return this.#client;
  }

  #config() {
    const { settings, patience } = this.#options;
    return clientConfig(settings, patience.timeoutMs ?? 30_000);
  }

  async #ask<T>(
    asked: { right: string; what: string },
    work: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const { title, patience } = this.#options;
    try {
      return await repeat(work, {
        isWorthwhile: isPassing,
        signal,
        firstDelayMs: patience.retryDelayMs ?? 2_000,
        retries: 5,
        budgetMs: 120_000,
      });
    } catch (error) {
      signal.throwIfAborted();
      // The budget speaks for itself.
      throw error instanceof ServiceUnavailableError
        ? error
        : costExplorerError(error as Error, { title, ...asked });
    }
  }
}
