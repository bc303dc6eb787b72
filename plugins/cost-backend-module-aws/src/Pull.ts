import type { GroupDefinition } from '@aws-sdk/client-cost-explorer';
import { moneyToFixed } from '@portico/plugin-cost-common';
import type {
  CostBatch,
  CostRow,
  DaySlice,
  RowProblem,
} from '@portico/plugin-cost-node';
import type { Call, CostExplorer } from './client/CostExplorer';
import type { Group } from './client/Group';
import type { AwsSettings } from './config/AwsSettings';
import { cellsOf, filterOf, type Cell } from './plan/Cell';
import {
  groupDefinition,
  tagKeyOf,
  valueIn,
  withoutIt,
  type Grouping,
} from './plan/Grouping';
import { addsUp, overviewOf, type Overview } from './plan/Overview';
import { missingTags } from './plan/missingTags';
import { sellersOf } from './rows/sellers';
import { toRow, type RowContext } from './rows/toRow';

const by = (Key: string): GroupDefinition => ({ Type: 'DIMENSION', Key });

/**
 * One slice of a bill. First what there is, by account and record type; then each part of it by service, and by what
 * says whose it is; at last, whether the parts are the whole.
 */
export class Pull {
  readonly #settings: AwsSettings;
  readonly #costExplorer: CostExplorer;
  readonly #slice: DaySlice;
  readonly #call: Call;
  readonly #sums = { billed: 0n, effective: 0n };
  /** How many questions were asked; their answers may have several pages. */
  questions = 0;
  /** Groupings that some cost has a value for. */
  readonly #seen = new Set<Grouping>();

  constructor(
    settings: AwsSettings,
    costExplorer: CostExplorer,
    slice: DaySlice,
    call: Call,
  ) {
    this.#settings = settings;
    this.#costExplorer = costExplorer;
    this.#slice = slice;
    this.#call = call;
  }

  async *batches(): AsyncGenerator<CostBatch> {
    const { groupings } = this.#settings;
    const billingAccountId = await this.#costExplorer.billingAccountId(
      this.#call,
    );
    const overview = overviewOf(
      await this.#all([by('LINKED_ACCOUNT'), by('RECORD_TYPE')]),
    );
    const cells = cellsOf(overview, groupings.length > 0);
    if (cells.length === 0) return;
    const sellers = sellersOf(
      await this.#all([by('SERVICE'), by('LEGAL_ENTITY_NAME')]),
    );
    const context = { billingAccountId, overview, sellers };
    for (const cell of cells) {
      const pages = groupings.length
        ? this.#byGroupings(cell, context)
        : this.#byAccount(cell, context);
      for await (const rows of pages) {
        for (const { billedCost, effectiveCost } of rows) {
          this.#sums.billed += billedCost;
          this.#sums.effective += effectiveCost;
        }
        yield { rows, problems: [] };
      }
    }
    yield { rows: [], problems: await this.#problems(overview) };
  }

  async #all(groupBy: GroupDefinition[]): Promise<Group[]> {
    const all: Group[] = [];
    this.questions += 1;
    const question = { groupBy, granularity: 'MONTHLY' as const };
    for await (const groups of this.#costExplorer.groups(
      this.#slice,
      question,
      this.#call,
    )) {
      all.push(...groups);
    }
    return all;
  }

  async *#byAccount(
    cell: Cell,
    context: RowContext,
  ): AsyncGenerator<CostRow[]> {
    const pages = this.#daily(cell, [by('LINKED_ACCOUNT'), by('SERVICE')]);
    for await (const groups of pages) {
      yield groups.flatMap(group => {
        const [accountId, service] = group.keys;
        return toRow(group, { ...context, cell, accountId, service, tags: {} });
      });
    }
  }

  /** What has no value for one grouping is asked for by the next, so that each cost comes once. */
  async *#byGroupings(
    cell: Cell,
    context: RowContext,
  ): AsyncGenerator<CostRow[]> {
    const { groupings } = this.#settings;
    for (const [index, grouping] of groupings.entries()) {
      const earlier = groupings.slice(0, index).map(withoutIt);
      const isLast = index === groupings.length - 1;
      let isLeft = false;
      const pages = this.#daily(
        cell,
        [groupDefinition(grouping), by('SERVICE')],
        earlier,
      );
      for await (const groups of pages) {
        const rows: CostRow[] = [];
        for (const group of groups) {
          const value = valueIn(group.keys[0]);
          if (value === '' && !isLast) {
            isLeft = true;
            continue;
          }
          if (value !== '') this.#seen.add(grouping);
          rows.push(
            ...toRow(group, {
              ...context,
              cell,
              accountId: cell.accountId,
              service: group.keys[1],
              tags: tagsOf(cell, grouping, value),
            }),
          );
        }
        yield rows;
      }
      if (!isLeft) return;
    }
  }

  #daily(
    cell: Cell,
    groupBy: GroupDefinition[],
    further: ReturnType<typeof withoutIt>[] = [],
  ): AsyncGenerator<Group[]> {
    this.questions += 1;
    return this.#costExplorer.groups(
      this.#slice,
      { groupBy, granularity: 'DAILY', Filter: filterOf(cell, further) },
      this.#call,
    );
  }

  async #problems(overview: Overview): Promise<RowProblem[]> {
    const { from, to } = this.#slice;
    const where = `Cost Explorer, ${from} to ${to}`;
    const problems = await missingTags(
      this.#settings.groupings.filter(grouping => !this.#seen.has(grouping)),
      () => this.#costExplorer.tagKeys(this.#slice, this.#call),
    );
    if (!addsUp(overview, this.#sums)) {
      const total = overview.totals.reduce((sum, it) => sum + it.effective, 0n);
      problems.push(
        `The parts add up to ${moneyToFixed(
          this.#sums.effective,
          2,
        )} and the total is ${moneyToFixed(
          total,
          2,
        )} (amortised). The bill changed while it was read, or Cost Explorer left groups out; collect these days again.`,
      );
    }
    return problems.map(message => ({ where, message }));
  }
}

/** Usage that lacks a tag says so, with an empty one; fees and taxes can't have any. */
function tagsOf(
  { chargeCategory }: Cell,
  grouping: Grouping,
  value: string,
): Record<string, string> {
  return value === '' && chargeCategory !== 'Usage'
    ? {}
    : { [tagKeyOf(grouping)]: value };
}
