import type { Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type {
  DataFrame,
  DataTransformerConfig,
  FieldConfigSource,
} from '@grafana/data';
import type { PanelData, PanelNotice } from '@portico/plugin-grafana-common';
import { SharedRequests } from '@portico/plugin-upstream-node';
import type { ResolvedPanel } from '../view/ResolvedPanel';
import { encodeFrame } from './encode/encodeFrame';
import { applyFieldConfig } from './frames/applyFieldConfig';
import { fillInLinks } from './frames/fillInLinks';
import { replaceVariablesWith } from './frames/replaceVariables';
import { withKindDefaults } from './frames/withKindDefaults';
import { shapePanel } from './kinds';
import { readPanelLimits, type PanelLimits } from './PanelLimits';
import { drawPicture, type PictureSize } from './picture/drawPicture';
import type { Answer } from './query/Answer';
import { PanelQueries } from './query/PanelQueries';
import { planQueries } from './query/planQueries';
import type { QueryPlan } from './query/QueryPlan';
import { applyTransformations } from './transformations/applyTransformations';

/** What is under way in Grafana is limited for each instance; results of panels cost Portico alone. */
const AT_ONCE = 1000;

/** The data of panels, as Grafana would show it. */
export class PanelService {
  static fromConfig(config: Config): PanelService {
    return new PanelService({ limits: readPanelLimits(config) });
  }

  readonly limits: PanelLimits;
  readonly #queries: PanelQueries;
  readonly #results: SharedRequests<PanelData>;

  constructor(options: { limits: PanelLimits; now?: () => Date }) {
    const { limits, now = () => new Date() } = options;
    this.limits = limits;
    this.#queries = new PanelQueries({ limits, now });
    this.#results = new SharedRequests({
      keptSeconds: limits.cacheSeconds,
      atOnce: AT_ONCE,
      mostWaiting: AT_ONCE,
      now,
    });
  }

  /**
   * Whoever asks for the same panel, range and values within seconds gets the same answer.
   *
   * @param options.points that there is room for
   * @param options.signal of the one who asks; Grafana is left alone once nobody waits
   * @throws GrafanaProblem where no query answers, and ServiceUnavailableError where too many panels are asked for
   */
  async data(
    panel: ResolvedPanel,
    options: { points: number; signal: AbortSignal },
  ): Promise<PanelData> {
    const { limits } = this;
    const plan = planQueries(panel, { points: options.points, limits });
    return this.#results.ask(keyOf(panel, plan), options.signal, signal =>
      this.#make(panel, plan, signal),
    );
  }

  /**
   * A panel as Grafana's image renderer draws it: PNG.
   *
   * @throws GrafanaProblem
   */
  async picture(
    panel: ResolvedPanel,
    options: PictureSize & { signal: AbortSignal },
  ): Promise<Buffer> {
    return drawPicture(panel, { ...options, limits: this.limits });
  }

  async #make(
    panel: ResolvedPanel,
    plan: QueryPlan,
    signal: AbortSignal,
  ): Promise<PanelData> {
    const { limits } = this;
    const answer = await this.#answer(panel, plan, signal);
    const { texts, from, to, room } = plan;
    const transformed = await transform(panel, answer.frames, plan);
    const settings = withKindDefaults(
      panel.type,
      panel.fieldConfig as Partial<FieldConfigSource>,
    );
    const configured = applyFieldConfig(transformed.frames, settings, texts);
    const shape = shapePanel({
      type: panel.type,
      frames: fillInLinks(configured.frames, replaceVariablesWith(texts)),
      options: panel.options,
      fieldConfig: settings,
      from,
      to,
      points: room,
      limits,
      texts,
    });
    const linkBase = panel.client.pageUrl('');
    return {
      frames: shape.frames.map(frame =>
        encodeFrame(frame, shape.frames, { calcsOf: shape.calcsOf, linkBase }),
      ),
      from,
      to,
      stepMs: plan.stepMs,
      notices: distinct([
        ...answer.notices,
        ...transformed.notices,
        ...configured.notices,
        ...shape.notices,
      ]),
      failures: answer.failures,
      asOf: answer.asOf,
      asked: answer.asked,
    };
  }

  /** What the panel's own queries answered, and what it borrows of other panels. */
  async #answer(
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
      limits: this.limits,
    });
    const answer = await this.#queries.ask(source, plan, signal);
    const { frames, notices } =
      query.withTransforms === true
        ? await transform(source, answer.frames, plan)
        : { frames: answer.frames, notices: [] };
    return {
      frames,
      notices: [...answer.notices, ...notices],
      asked: answer.asked,
    };
  }
}

async function transform(
  panel: ResolvedPanel,
  frames: DataFrame[],
  { texts }: QueryPlan,
): Promise<{ frames: DataFrame[]; notices: PanelNotice[] }> {
  return applyTransformations(
    frames,
    panel.transformations as unknown as DataTransformerConfig[],
    replaceVariablesWith(texts),
  );
}

/** All that an answer depends on. Values of variables are also in texts that are no queries. */
function keyOf(panel: ResolvedPanel, plan: QueryPlan): string {
  return JSON.stringify([
    panel.instance,
    panel.dashboardUid,
    panel.version,
    panel.key,
    plan.from,
    plan.to,
    plan.room,
    plan.requests.map(({ body }) => body),
    [...panel.values],
  ]);
}

function distinct(notices: PanelNotice[]): PanelNotice[] {
  const texts = new Map(notices.map(notice => [notice.text, notice]));
  return [...texts.values()];
}
