import Router from 'express-promise-router';
import { ApiError } from '../jsonApi';
import { planJson } from '../plan/planJson';
import { presentCostEstimate } from '../present/presentCostEstimate';
import { presentApply, presentPlan } from '../present/presentPhases';
import { baseUrlOf, runOf, type TerraformContext } from './TerraformContext';

/** Plans, applies and cost estimates. */
export function planRoutes(context: TerraformContext) {
  const { state } = context;
  const router = Router();
  const by = (key: 'planId' | 'applyId' | 'costEstimateId', id: string) => {
    const run = state.runs.find(candidate => candidate[key] === id);
    if (!run) throw ApiError.notFound();
    return run;
  };
  const json = (runId: string) => {
    const run = state.runs.get(runId)!;
    const plan = run.planResult;
    return (
      plan &&
      planJson({
        plan,
        isDestroy: run.isDestroy,
        state: state.stateVersions.get(run.priorStateVersionId ?? ''),
        terraformVersion: '1.11.4',
        createdAt: run.createdAt,
      })
    );
  };

  router.get('/plans/:id', (request, response) => {
    response.json({
      data: presentPlan(
        state,
        by('planId', request.params.id),
        baseUrlOf(request),
      ),
    });
  });
  router.get('/plans/:id/json-output', (request, response) => {
    const plan = json(by('planId', request.params.id).id);
    if (plan) response.json(plan);
    else response.status(204).end();
  });
  router.get('/runs/:id/plan', (request, response) => {
    response.json({
      data: presentPlan(state, runOf(context, request), baseUrlOf(request)),
    });
  });
  router.get('/runs/:id/plan/json-output', (request, response) => {
    const plan = json(runOf(context, request).id);
    if (plan) response.json(plan);
    else response.status(204).end();
  });
  router.get('/applies/:id', (request, response) => {
    response.json({
      data: presentApply(
        state,
        by('applyId', request.params.id),
        baseUrlOf(request),
      ),
    });
  });
  router.get('/runs/:id/apply', (request, response) => {
    response.json({
      data: presentApply(state, runOf(context, request), baseUrlOf(request)),
    });
  });
  router.get('/runs/:id/cost-estimate', (request, response) => {
    const run = runOf(context, request);
    if (!run.costEstimate) throw ApiError.notFound();
    response.json({ data: presentCostEstimate(run, run.costEstimate) });
  });
  router.get('/cost-estimates/:id', (request, response) => {
    const run = by('costEstimateId', request.params.id);
    if (!run.costEstimate) throw ApiError.notFound();
    response.json({ data: presentCostEstimate(run, run.costEstimate) });
  });
  return router;
}

/** Logs, readable by whoever has their URL; `offset` and `limit` count bytes. */
export function logRoutes({ state }: TerraformContext) {
  const router = Router();
  router.get('/_archivist/v1/object/:token', (request, response) => {
    const { token } = request.params;
    const run = state.runs.find(
      r => r.planLogToken === token || r.applyLogToken === token,
    );
    if (!run) throw ApiError.notFound();
    const bytes = Buffer.from(state.logs.get(token)?.text ?? '');
    const offset = Number(request.query.offset ?? 0) || 0;
    const limit = Number(request.query.limit ?? bytes.length) || bytes.length;
    response
      .type('text/plain; charset=utf-8')
      .send(bytes.subarray(offset, offset + limit));
  });
  return router;
}
