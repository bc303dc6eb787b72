import type { CostProvider, DaySlice } from '@portico/plugin-cost-node';
import type { PulledSlice, Source, SourceRole, SourceTable } from './Source';

/** What a bill and a comparison have in common: a provider of rows. */
export abstract class ProviderSource implements Source {
  readonly id: string;
  readonly title: string;
  readonly kind: 'billed' | 'estimated';
  readonly restatedDays: number;
  readonly sliceDays: number;
  abstract readonly role: SourceRole;
  abstract readonly table: SourceTable;
  protected readonly provider: CostProvider;

  constructor(provider: CostProvider) {
    this.id = provider.id;
    this.title = provider.title;
    this.kind = provider.kind;
    this.restatedDays = provider.restatedDays;
    this.sliceDays = provider.sliceDays;
    this.provider = provider;
  }

  priceOf(slice: DaySlice) {
    return this.provider.priceOf(slice);
  }

  async versionOf(slice: DaySlice, signal: AbortSignal) {
    return this.provider.versionOf?.(slice, { signal });
  }

  abstract pull(slice: DaySlice, signal: AbortSignal): Promise<PulledSlice>;
}
