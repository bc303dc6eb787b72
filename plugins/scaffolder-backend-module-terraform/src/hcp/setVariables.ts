import type { JsonValue } from '@backstage/types';
import type { TerraformVariable } from '../TerraformExecutor';
import type { HcpClient } from './HcpClient';
import type { ListDocument, VariableAttributes } from './jsonApi';

/** Gives a workspace the variables of a request; leaves others that it has alone. Safe to repeat. */
export async function setVariables(
  client: HcpClient,
  workspaceId: string,
  variables: TerraformVariable[],
): Promise<void> {
  const path = `/workspaces/${workspaceId}/vars`;
  const { data: existing } = await client.get<ListDocument<VariableAttributes>>(
    path,
  );
  for (const variable of variables) {
    const { key, category, sensitive } = variable;
    const { value, hcl } = toHcl(variable.value);
    const found = existing.find(
      ({ attributes }) =>
        attributes.key === key && attributes.category === category,
    );
    const same =
      found &&
      !sensitive &&
      !found.attributes.sensitive &&
      found.attributes.value === value &&
      found.attributes.hcl === hcl;
    if (same) continue;
    // A sensitive variable can't be made plain again: it keeps its mark.
    const marked = sensitive || (found?.attributes.sensitive ?? false);
    const body = {
      data: {
        type: 'vars',
        ...(found ? { id: found.id } : {}),
        attributes: { key, value, hcl, category, sensitive: marked },
      },
    };
    if (found) await client.patch(`${path}/${found.id}`, body);
    else await client.post(path, body);
  }
}

/** Strings are taken as they are; anything else is written as an HCL expression, of which JSON is nearly a subset. */
export function toHcl(value: JsonValue): { value: string; hcl: boolean } {
  if (typeof value === 'string') return { value, hcl: false };
  return {
    value: JSON.stringify(value).replace(/\$\{/g, '$${').replace(/%\{/g, '%%{'),
    hcl: true,
  };
}
