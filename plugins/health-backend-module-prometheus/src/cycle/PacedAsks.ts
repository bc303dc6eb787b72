import { uniteParts } from '../query/Part';
import type { Ask, AskAnswer } from './Ask';
import type { AskRunner, RunOptions } from './AskRunner';

interface Kept {
  query: string;
  at: number;
  answer: AskAnswer;
}

/** Asks seldom what changes slowly. What was answered before stands for a while where nothing comes any more. */
export class PacedAsks {
  readonly #runner: AskRunner;
  readonly #kept = new Map<string, Kept>();

  constructor(runner: AskRunner) {
    this.#runner = runner;
  }

  async run(ask: Ask, options: RunOptions): Promise<AskAnswer> {
    const { everySeconds } = ask;
    if (everySeconds === undefined) return this.#runner.run(ask, options);
    const now = options.now.getTime();
    const query = uniteParts(ask.parts);
    const kept = this.#kept.get(ask.id);
    const ageMs = kept ? now - kept.at : Infinity;
    // A cycle begins a little sooner or later than the one before it.
    const isDue = ageMs < 0 || ageMs > everySeconds * 1000 - 5_000;
    if (kept && kept.query === query && !isDue) {
      return { ...kept.answer, requests: 0 };
    }
    const answer = await this.#runner.run(ask, options);
    if (!answer.problems.some(it => it.isOutage)) {
      this.#kept.set(ask.id, { query, at: now, answer });
      return answer;
    }
    const isUsable = kept !== undefined && ageMs < 3 * everySeconds * 1000;
    return isUsable && answer.found.length === 0
      ? { ...answer, found: kept.answer.found }
      : answer;
  }
}
