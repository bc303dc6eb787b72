import type { Config } from '@backstage/config';
import type { FieldConfigSource } from '@grafana/data';
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
import { PanelAnswers } from './query/PanelAnswers';
import { planQueries } from './query/planQueries';
import type { QueryPlan } from './query/QueryPlan';
import { transformPanel } from './transformations/transformPanel';

/** What is under way in Grafana is limited for each instance; results of panels cost Portico alone. */
const AT_ONCE = 1000;
/** Times `cacheSeconds` that an answer is kept for at most, where the range is long and its steps with it. */
const LONGEST_KEPT = 8;

/** The data of panels, as Grafana would show it. */
export class PanelService {
  static fromConfig(config: Config): PanelService {
    return new PanelService({ limits: readPanelLimits(config) });
  }

  readonly limits: PanelLimits;
  readonly #answers: PanelAnswers;
  readonly #results: SharedRequests<PanelData>;

  constructor(options: { limits: PanelLimits; now?: () => Date }) {
    const { limits, now = () => new Date() } = options;
    this.limits = limits;
    this.#answers = new PanelAnswers({ limits, now });
    this.#results = new SharedRequests({
      keptSeconds: limits.cacheSeconds,
      atOnce: AT_ONCE,
      mostWaiting: AT_ONCE,
      now,
    });
  }

  /**
   * Whoever asks for the same panel, range and values within seconds, or within a step of a long range, gets the same
   * answer; it says how old it is.
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
    return this.#results.ask(
      keyOf(panel, plan),
      options.signal,
      signal => this.#make(panel, plan, signal),
      // The same points are asked for until the next step begins.
      Math.max(
        limits.cacheSeconds,
        Math.min(plan.stepMs / 1000, limits.cacheSeconds * LONGEST_KEPT),
      ),
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
    const answer = await this.#answers.of(panel, plan, signal);
    const { texts, from, to, room } = plan;
    const transformed = await transformPanel(panel, answer.frames, plan);
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
