import { NotFoundError } from '@backstage/errors';
import type { HcpClient } from './HcpClient';
import type { Document, Resource, StateVersionAttributes } from './jsonApi';

/** The workspace's latest state; `undefined` before its first apply. */
export async function readState(
  client: HcpClient,
  workspaceId: string,
): Promise<Resource<StateVersionAttributes> | undefined> {
  try {
    const { data } = await client.get<Document<StateVersionAttributes>>(
      `/workspaces/${workspaceId}/current-state-version`,
    );
    return data;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}
