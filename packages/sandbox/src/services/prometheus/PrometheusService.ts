import type { Request, Response } from 'express';
import type { Kit, SandboxService } from '../../kit';
import type { World } from '../../world';
import { answerError, answerNotFound } from './api/answerError';
import { sendError } from './api/ApiError';
import { createPrometheusRouter } from './api/createPrometheusRouter';
import { EVALUATION_INTERVAL_MS } from './rules/AlertState';
import { RuleEngine } from './rules/RuleEngine';
import { worldRules } from './rules/worldRules';
import type { SeriesSource } from './series/SeriesSource';

/** Prometheus: queries over the world's series, and alerting rules whose alerts go to Alertmanager. */
export class PrometheusService implements SandboxService {
  readonly name = 'prometheus';
  readonly title = 'Prometheus';
  readonly description =
    'Queries in PromQL over metrics of all components, and alerting rules. Simulated: the metrics are made up from traffic, deployments and incidents.';
  readonly page = '/graph';
  readonly router;
  readonly onError = answerError;
  readonly notFound = answerNotFound;
  readonly #rules: RuleEngine;

  constructor(options: { kit: Kit; world: World; source: SeriesSource }) {
    const { kit, world, source } = options;
    const limits = { evaluationIntervalMs: EVALUATION_INTERVAL_MS };
    this.#rules = new RuleEngine({
      kit,
      source,
      groups: worldRules(world, kit.urls),
      limits,
    });
    this.router = createPrometheusRouter({
      source,
      now: () => kit.clock.now(),
      limits,
      rules: this.#rules,
    });
  }

  fail(status: number, _request: Request, response: Response) {
    const message = 'Fault injected by the sandbox';
    sendError(
      response,
      status === 503 ? 'timeout' : 'internal',
      message,
      status,
    );
  }

  async start() {
    this.#rules.start();
  }

  async stop() {
    this.#rules.stop();
  }
}
