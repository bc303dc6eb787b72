import type { FlowLedger, LedgerContext } from '@portico/plugin-flows-node';

/**
 * What happens to something in a repository if the task fails: it goes with the repository where the
 * task made that, and stays otherwise.
 */
export async function goesWithRepository(
  ledger: FlowLedger,
  ctx: LedgerContext,
  slug: string,
): Promise<{
  ifItFails: string;
  partOf?: { kind: string; name: string };
}> {
  const whole = { kind: 'Repository', name: slug };
  const rows = await ledger.list(ctx.task.id);
  const isOwn = rows.some(
    ({ kind, name, outcome }) =>
      kind === whole.kind &&
      name === slug &&
      (outcome === 'making' || outcome === 'made'),
  );
  return isOwn
    ? { ifItFails: 'deleted with the repository', partOf: whole }
    : { ifItFails: 'stays' };
}
