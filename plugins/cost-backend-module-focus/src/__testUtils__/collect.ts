import type {
  CostBatch,
  CostProvider,
  DaySlice,
} from '@portico/plugin-cost-node';

/** All that a provider answers for a slice. */
export async function collect(
  provider: CostProvider,
  slice: DaySlice,
): Promise<CostBatch> {
  const all: CostBatch = { rows: [], problems: [] };
  const { signal } = new AbortController();
  for await (const { rows, problems } of provider.pull(slice, { signal })) {
    all.rows.push(...rows);
    all.problems.push(...problems);
  }
  return all;
}
