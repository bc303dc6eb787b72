import { applyRun } from './applyRun';
import { askForPlan, type AskedRun, type Planning } from './askForPlan';

/** Terraform's words for a plan that the state has left behind. */
const STALE = /Saved plan is stale/;

/**
 * Plans, asks where that is wanted, and applies that very plan. Where Terraform itself finds it stale,
 * since the state moved in the last moment, it is planned and asked for again.
 */
export async function askAndApply(planning: Planning): Promise<AskedRun> {
  const { workspace, request, context } = planning;
  const { gate, logger } = context;
  for (;;) {
    const asked = await askForPlan(planning);
    if (asked.isOver) return asked;
    const isOpen = asked.run.attributes.actions['is-confirmable'];
    if (asked.change && isOpen) await gate?.use(asked.change);
    try {
      await applyRun(workspace, asked, request, context);
      return asked;
    } catch (error) {
      const isStale = asked.reporter.errors.some(text => STALE.test(text));
      if (!gate || !isStale) throw error;
      logger.warn(
        `Terraform refused the plan of ${asked.id} as stale; it is planned and asked for again`,
      );
    }
  }
}
