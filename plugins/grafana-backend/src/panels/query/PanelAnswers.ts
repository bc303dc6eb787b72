import type { JsonObject } from '@backstage/types';
import type { ResolvedPanel } from '../../view/ResolvedPanel';
import type { PanelLimits } from '../PanelLimits';
import { transformPanel } from '../transformations/transformPanel';
import type { Answer } from './Answer';
import { PanelQueries } from './PanelQueries';
import { planQueries } from './planQueries';
import type { QueryPlan } from './QueryPlan';

/** The data of panels before anything is done with it: of their own queries, and of panels whose data they show. */
export class PanelAnswers {
  readonly #limits: PanelLimits;
  readonly #queries: PanelQueries;

  constructor(options: { limits: PanelLimits; now: () => Date }) {
    this.#limits = options.limits;
    this.#queries = new PanelQueries(options);
  }

  /** @throws GrafanaProblem as `PanelQueries` */
  async of(
    panel: ResolvedPanel,
    plan: QueryPlan,
    signal: AbortSignal,
  ): Promise<Answer> {
    const own = await this.#queries.ask(panel, plan, signal);
    if (plan.borrowed.length === 0) return own;
    const lent = await Promise.all(
      plan.borrowed.map(({ query }) => this.#lent(panel, query, signal, plan)),
    );
    return {
      ...own,
      frames: [...own.frames, ...lent.flatMap(({ frames }) => frames)],
      notices: [...own.notices, ...lent.flatMap(({ notices }) => notices)],
      asked: {
        ms: Math.max(own.asked.ms, ...lent.map(({ asked }) => asked.ms)),
        requests: lent.reduce(
          (sum, { asked }) => sum + asked.requests,
          own.asked.requests,
        ),
      },
    };
  }

  async #lent(
    panel: ResolvedPanel,
    query: JsonObject,
    signal: AbortSignal,
    { room }: QueryPlan,
  ): Promise<Pick<Answer, 'frames' | 'notices' | 'asked'>> {
    const source = await panel.sibling?.(Number(query.panelId));
    const asked = { ms: 0, requests: 0 };
    if (!source || source.targets.some(it => it.query.panelId !== undefined)) {
      const text = `The panel shows the data of panel ${query.panelId}, which the dashboard does not have any more.`;
      return { frames: [], notices: [{ severity: 'warning', text }], asked };
    }
    const plan = planQueries(source, {
      points: room,
      limits: this.#limits,
    });
    const answer = await this.#queries.ask(source, plan, signal);
    const { frames, notices } =
      query.withTransforms === true
        ? await transformPanel(source, answer.frames, plan)
        : { frames: answer.frames, notices: [] };
    return {
      frames,
      notices: [...answer.notices, ...notices],
      asked: answer.asked,
    };
  }
}
