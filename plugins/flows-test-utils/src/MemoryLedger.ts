import type { LedgerRow } from '@portico/plugin-flows-common';
import type {
  FlowLedger,
  LedgerContext,
  LedgerThing,
} from '@portico/plugin-flows-node';

/** A ledger for tests of one action, with the rules of the real one. */
export class MemoryLedger implements FlowLedger {
  readonly rows: LedgerRow[] = [];

  async ensure<T extends { created: boolean; url?: string }>(
    ctx: LedgerContext,
    thing: LedgerThing,
    work: () => Promise<T>,
  ): Promise<T> {
    if (ctx.isDryRun) return work();
    const row = this.#find(ctx, thing) ?? this.#add(ctx, 'making', thing);
    const result = await work();
    row.outcome = result.created ? 'made' : 'kept';
    row.url = result.url ?? thing.url;
    return result;
  }

  async note(
    ctx: LedgerContext,
    outcome: 'making' | 'made' | 'changed' | 'kept' | 'removed',
    thing: Omit<LedgerThing, 'remover'>,
  ): Promise<void> {
    if (ctx.isDryRun) return;
    const row = this.#find(ctx, thing);
    if (row) row.outcome = outcome;
    else this.#add(ctx, outcome, thing);
  }

  async list(taskId: string): Promise<LedgerRow[]> {
    return this.rows.filter(row => row.taskId === taskId);
  }

  /** e.g. `made Okta user nina.berg@mini-org.example`, in the order in which they were begun. */
  lines(taskId: string): string[] {
    return this.rows
      .filter(row => row.taskId === taskId)
      .map(({ outcome, kind, name }) => `${outcome} ${kind} ${name}`);
  }

  #find(ctx: LedgerContext, { kind, name }: LedgerThing) {
    return this.rows.find(
      row =>
        row.taskId === ctx.task.id && row.kind === kind && row.name === name,
    );
  }

  #add(
    ctx: LedgerContext,
    outcome: LedgerRow['outcome'],
    thing: LedgerThing,
  ): LedgerRow {
    const { kind, name, url, ifItFails, command, remover } = thing;
    const row: LedgerRow = {
      id: this.rows.length + 1,
      taskId: ctx.task.id,
      stepId: ctx.step?.id ?? '',
      outcome,
      kind,
      name,
      url,
      ifItFails,
      command,
      at: new Date().toISOString(),
      remover: remover?.id,
      params: remover?.params,
    };
    this.rows.push(row);
    return row;
  }
}
