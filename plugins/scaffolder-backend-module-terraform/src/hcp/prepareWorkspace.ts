import type { ApplyRequest, ExecutorContext } from '../TerraformExecutor';
import { workspaceRemoval } from '../removal/removals';
import { ensureWorkspace, taskTag } from './ensureWorkspace';
import type { HcpClient } from './HcpClient';
import { workspacePage } from './HcpInstances';
import { setVariables } from './setVariables';

/** A workspace that is ready to plan in. */
export interface PreparedWorkspace {
  id: string;
  name: string;
  url: string;
  /** Whether this task made it. */
  created: boolean;
}

/** Ensures the workspace, notes it, and gives it the request's variables. */
export async function prepareWorkspace(
  client: HcpClient,
  request: ApplyRequest,
  context: ExecutorContext,
): Promise<PreparedWorkspace> {
  const { logger, ledger } = context;
  const { name: instance, organization } = client.instance;
  const { workspace: name, taskId, variables } = request;
  const url = workspacePage(client, name);
  const { id, created } = await ledger.ensure(
    {
      kind: 'Workspace',
      name,
      url,
      ifItFails: 'destroyed, then deleted',
      command: `TF_CLOUD_ORGANIZATION=${organization} TF_WORKSPACE=${name} terraform destroy`,
      remover: workspaceRemoval({ instance, workspace: name }),
    },
    () =>
      context.checkpoint({
        key: `terraform.workspace.${instance}.${organization}.${name}`,
        fn: () => ensureWorkspace(client, request),
      }),
  );
  logger.info(
    created
      ? `Workspace ${name}: not there, created (tagged ${taskTag(taskId)})`
      : `Workspace ${name}: there, and used`,
  );
  await setVariables(client, id, variables);
  if (variables.length > 0) {
    const sensitive = variables.filter(variable => variable.sensitive).length;
    logger.info(
      `${variables.length} variables set, ${sensitive} of them sensitive`,
    );
  }
  return { id, name, url, created };
}
