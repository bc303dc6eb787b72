import { PART_OF, type LedgerRow } from '@portico/plugin-flows-common';
import type {
  FlowLedger,
  LedgerContext,
  LedgerThing,
} from '../ledger/FlowLedger';

/** A ledger for tests of actions, which behaves as the one in the database. */
export class MemoryFlowLedger implements FlowLedger {
  readonly rows: LedgerRow[] = [];

  async ensure<T extends { created: boolean; url?: string }>(
    ctx: LedgerContext,
    thing: LedgerThing,
    work: () => Promise<T>,
  ): Promise<T> {
    if (ctx.isDryRun) return work();
    if (!this.#find(ctx, thing)) this.#write(ctx, 'making', thing);
    const result = await work();
    this.#write(ctx, result.created ? 'made' : 'kept', {
      ...thing,
      url: result.url ?? thing.url,
      ...(result.created ? {} : { ifItFails: 'left alone' }),
    });
    return result;
  }

  async note(
    ctx: LedgerContext,
    outcome: LedgerRow['outcome'],
    thing: LedgerThing,
  ): Promise<void> {
    if (!ctx.isDryRun) this.#write(ctx, outcome, thing);
  }

  async list(taskId: string): Promise<LedgerRow[]> {
    return this.rows.filter(row => row.taskId === taskId);
  }

  /** The rows in short, e.g. `made Repository mini-org/gift-cards`. */
  get summary(): string[] {
    return this.rows.map(
      ({ outcome, kind, name }) => `${outcome} ${kind} ${name}`,
    );
  }

  /** The row of that kind, e.g. for its remover. */
  row(kind: string): LedgerRow {
    const found = this.rows.find(row => row.kind === kind);
    if (!found) throw new Error(`No ${kind} among: ${this.summary.join(', ')}`);
    return found;
  }

  #find(ctx: LedgerContext, { kind, name }: LedgerThing) {
    return this.rows.find(
      row =>
        row.taskId === ctx.task.id && row.kind === kind && row.name === name,
    );
  }

  #write(
    ctx: LedgerContext,
    outcome: LedgerRow['outcome'],
    thing: LedgerThing,
  ): void {
    const { remover, partOf, ...rest } = thing;
    const found = this.#find(ctx, thing);
    const row: LedgerRow = {
      ...rest,
      id: found?.id ?? this.rows.length + 1,
      taskId: ctx.task.id,
      stepId: ctx.step?.id ?? '',
      outcome,
      at: new Date().toISOString(),
      ...(remover && { remover: remover.id, params: remover.params }),
      ...(partOf && { remover: PART_OF, params: { ...partOf } }),
    };
    if (found) this.rows[found.id - 1] = row;
    else this.rows.push(row);
  }
}
