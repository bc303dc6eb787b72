import type { JsonValue } from '@backstage/types';
import type { TerraformVariable } from '../TerraformExecutor';
import type { HcpClient } from './HcpClient';
import type { Document, ListDocument, VariableAttributes } from './jsonApi';
import { writeOnce } from './writeOnce';

/** Gives a workspace the variables of a request; leaves others that it has alone. Safe to repeat. */
export async function setVariables(
  client: HcpClient,
  workspaceId: string,
  variables: TerraformVariable[],
): Promise<void> {
  const path = `/workspaces/${workspaceId}/vars`;
  const list = async () =>
    (await client.get<ListDocument<VariableAttributes>>(path)).data;
  const existing = await list();
  for (const variable of variables) {
    const { key, category, sensitive } = variable;
    const { value, hcl } = toHcl(variable.value);
    const isIt = ({ attributes }: { attributes: VariableAttributes }) =>
      attributes.key === key && attributes.category === category;
    const found = existing.find(isIt);
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
    if (found) {
      await client.patch(`${path}/${found.id}`, body);
    } else {
      await writeOnce<{ id: string }>({
        client,
        look: async () => (await list()).find(isIt),
        write: async () =>
          (
            await client.post<Document<VariableAttributes>>(path, body)
          ).data,
      });
    }
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
