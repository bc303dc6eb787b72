import type { CostRow, RowProblem } from '@portico/plugin-cost-node';
import type { PlannedFile } from './planFiles';

/** Lets a bill through once: what another export tells of the same account and month is left out, and told. */
export class OneOfEach {
  readonly #exports = new Map<string, string>();
  readonly #told = new Set<string>();

  /** Rows of a file that no other export has told; files come with the newest export first. */
  take(
    { name, exported }: PlannedFile,
    rows: readonly CostRow[],
  ): { rows: CostRow[]; problems: RowProblem[] } {
    const problems: RowProblem[] = [];
    const taken = rows.filter(row => {
      const { providerName, billingAccountId, subAccountId, day } = row;
      const month = day.slice(0, 7);
      const key = [providerName, billingAccountId, subAccountId, month].join(
        '\n',
      );
      const first = this.#exports.get(key);
      if (first === undefined) this.#exports.set(key, exported);
      if (first === undefined || first === exported) return true;
      const told = [first, exported, month].join('\n');
      if (!this.#told.has(told)) {
        this.#told.add(told);
        problems.push({
          where: name,
          message: `The bill of ${month} of ${providerName} ${billingAccountId} is also in ${
            first || 'the folder above'
          }, which counts; this one was left out. Let cost.focus point at one of them.`,
        });
      }
      return false;
    });
    return { rows: taken, problems };
  }
}
