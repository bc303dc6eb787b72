import { packDirectory } from '../hcp/packDirectory';
import { stateRemoval } from '../removal/removals';
import type { ApplyRequest } from '../TerraformExecutor';

/** A bigger configuration is not kept in the ledger. */
const LARGEST = 512 * 1024;

/** What the ledger says of a state, and what destroying its resources takes. Holds no secret. */
export async function describeState(request: ApplyRequest) {
  const { workspace, directory, variables } = request;
  const { archive } = await packDirectory(directory);
  const isSmall = archive.length <= LARGEST;
  const of = (sensitive: boolean) =>
    variables.filter(variable => variable.sensitive === sensitive);
  return {
    kind: 'Terraform state',
    name: workspace,
    ifItFails: 'its resources are destroyed',
    command: `terraform destroy   # in the configuration of ${workspace}`,
    remover: stateRemoval({
      workspace,
      ...(isSmall ? { configuration: archive.toString('base64') } : {}),
      variables: of(false).map(({ key, value, category }) => ({
        key,
        value,
        category,
      })),
      sensitive: of(true).map(({ key, category }) => ({ key, category })),
    }),
  };
}
