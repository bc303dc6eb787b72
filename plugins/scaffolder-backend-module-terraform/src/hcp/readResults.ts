import { NotFoundError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { ApplyResult, Changes } from '../TerraformExecutor';
import type { Redactor } from '../report/Redactor';
import type { HcpClient } from './HcpClient';
import type {
  CostEstimateAttributes,
  Document,
  ListDocument,
  OutputAttributes,
  PhaseAttributes,
  Resource,
  RunAttributes,
} from './jsonApi';

/** What the plan counted. */
export async function readChanges(
  client: HcpClient,
  runId: string,
): Promise<Changes> {
  const { attributes } = (
    await client.get<Document<PhaseAttributes>>(`/runs/${runId}/plan`)
  ).data;
  return {
    add: attributes['resource-additions'] ?? 0,
    change: attributes['resource-changes'] ?? 0,
    destroy: attributes['resource-destructions'] ?? 0,
  };
}

/** The run's cost estimate; `undefined` where the organisation has none, or it failed. */
export async function readCost(
  client: HcpClient,
  run: Resource<RunAttributes>,
): Promise<ApplyResult['monthlyCost']> {
  const id = run.relationships?.['cost-estimate']?.data?.id;
  if (!id) return undefined;
  const { attributes } = (
    await client.get<Document<CostEstimateAttributes>>(`/cost-estimates/${id}`)
  ).data;
  if (attributes.status !== 'finished') return undefined;
  return {
    before: Number(attributes['prior-monthly-cost'] ?? 0),
    after: Number(attributes['proposed-monthly-cost'] ?? 0),
    currency: 'USD',
  };
}

/** The workspace's outputs: the values of those that may be shown, the names of the others. */
export async function readOutputs(
  client: HcpClient,
  workspaceId: string,
  redactor: Redactor,
): Promise<Pick<ApplyResult, 'outputs' | 'sensitiveOutputs'>> {
  const outputs: Record<string, JsonValue> = {};
  const sensitiveOutputs: string[] = [];
  try {
    const { data } = await client.get<ListDocument<OutputAttributes>>(
      `/workspaces/${workspaceId}/current-state-version-outputs`,
    );
    for (const { attributes } of data) {
      const value = (attributes.value ?? null) as JsonValue; // JSON has no undefined
      if (attributes.sensitive || redactor.isIn(value))
        sensitiveOutputs.push(attributes.name);
      else outputs[attributes.name] = value;
    }
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error; // a workspace without a state has no outputs
  }
  return { outputs, sensitiveOutputs };
}
