import type { QueryResults } from '@portico/plugin-grafana-node';
import { SharedRequests } from '@portico/plugin-upstream-node';
import { decodeFrames } from '../frames/decodeFrames';
import { shapeAnswer } from '../frames/shapeAnswer';
import type { PanelLimits } from '../PanelLimits';
import type { ResolvedPanel } from '../../view/ResolvedPanel';
import type { Answer } from './Answer';
import { noticesOf } from './noticesOf';
import {
  missingFailure,
  refusedFailure,
  throwIfAllFailed,
  thrownFailure,
  tooLarge,
  type Failure,
} from './problems';
import type { PlannedRequest, QueryPlan } from './QueryPlan';

/** Panels of one load that ask the same share one answer; results of whole panels are kept longer. */
const KEPT_SECONDS = 3;
const MOST_WAITING = 200;

interface Asked {
  results: QueryResults;
  at: Date;
  ms: number;
}

/** Asks Grafana what panels ask: each question once, and only so many at a time of each instance. */
export class PanelQueries {
  readonly #limits: PanelLimits;
  readonly #now: () => Date;
  readonly #byInstance = new Map<string, SharedRequests<Asked>>();

  constructor(options: { limits: PanelLimits; now: () => Date }) {
    this.#limits = options.limits;
    this.#now = options.now;
  }

  /**
   * Frames of all queries that answered.
   *
   * @throws GrafanaProblem if none did, or the answer is too large
   */
  async ask(
    panel: ResolvedPanel,
    plan: QueryPlan,
    signal: AbortSignal,
  ): Promise<Answer> {
    const failures: Failure[] = plan.missing.map(target =>
      missingFailure(panel, target),
    );
    const answers = await Promise.all(
      plan.requests.map(request =>
        this.#request(panel, request, signal).then(
          asked => ({ request, asked }),
          (error: Error) => {
            signal.throwIfAborted();
            failures.push(
              ...thrownFailure(request, error, this.#limits.timeoutSeconds),
            );
            return undefined;
          },
        ),
      ),
    );
    const answered = answers.filter(answer => answer !== undefined);
    const frames = answered.flatMap(({ request, asked }) => {
      const shown = request.targets.filter(({ hide }) => !hide);
      return shown.flatMap(target => {
        const result = asked.results.results[target.refId];
        if (!result) return [];
        if (result.error !== undefined) {
          failures.push(refusedFailure(request, target, result));
        }
        // Decoding fills in place, and others share the answer.
        const own = structuredClone(result.frames ?? []);
        return shapeAnswer(decodeFrames(target.refId, own), target, shown);
      });
    });
    throwIfAllFailed(failures, frames);
    return {
      frames,
      notices: noticesOf(frames),
      failures: failures.map(({ refId, name, message }) => ({
        refId,
        name,
        message,
      })),
      asOf: (answered[0]?.asked.at ?? this.#now()).toISOString(),
      asked: {
        ms: Math.max(0, ...answered.map(({ asked }) => asked.ms)),
        requests: answered.length,
      },
    };
  }

  async #request(
    panel: ResolvedPanel,
    request: PlannedRequest,
    signal: AbortSignal,
  ): Promise<Asked> {
    const { bytes, timeoutSeconds } = this.#limits;
    return this.#shared(panel.instance)
      .ask(JSON.stringify(request.body), signal, async upstream => {
        const at = this.#now();
        const results = await panel.client.query(request.body, {
          signal: upstream,
          mostBytes: bytes,
          timeoutMs: timeoutSeconds * 1000,
        });
        return { results, at, ms: this.#now().getTime() - at.getTime() };
      })
      .catch((error: Error) => {
        throw error.name === 'ResultTooLargeError'
          ? tooLarge(panel, request, bytes, error)
          : error;
      });
  }

  #shared(instance: string): SharedRequests<Asked> {
    const shared =
      this.#byInstance.get(instance) ??
      new SharedRequests<Asked>({
        keptSeconds: KEPT_SECONDS,
        atOnce: this.#limits.concurrency,
        mostWaiting: MOST_WAITING,
        now: this.#now,
      });
    this.#byInstance.set(instance, shared);
    return shared;
  }
}
