import { ConflictError, NotFoundError } from '@backstage/errors';
import type { ApplyRequest } from '../TerraformExecutor';
import type { HcpClient } from './HcpClient';
import type {
  Document,
  ListDocument,
  Resource,
  WorkspaceAttributes,
} from './jsonApi';
import { writeOnce } from './writeOnce';

const ENTITY_TAG = 'portico-entity:';

/** Tag of the task that made a workspace. */
export function taskTag(taskId: string): string {
  return `portico-task:${toTag(taskId)}`;
}

/** Tag of the entity that a workspace belongs to. Tags hold lower-case letters, digits, `:`, `-` and `_` alone. */
export function entityTag(entityRef: string): string {
  return ENTITY_TAG + toTag(entityRef);
}

function toTag(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('/', ':')
    .replace(/[^a-z0-9:_-]/g, '_');
}

/**
 * Finds the workspace, or makes it with marks of this task and entity.
 *
 * @returns `created`: true also where an earlier attempt of the same task made it
 * @throws ConflictError if a workspace of that name belongs to something else
 */
export async function ensureWorkspace(
  client: HcpClient,
  request: ApplyRequest,
): Promise<{ id: string; created: boolean }> {
  const existing = await findWorkspace(client, request.workspace);
  if (existing) return adopt(client, request, existing);
  const { organization, project } = client.instance;
  const projectId = project && (await findProject(client, project));
  const tags = [
    taskTag(request.taskId),
    ...(request.entityRef ? [entityTag(request.entityRef)] : []),
    ...request.tags.map(toTag),
  ];
  return writeOnce({
    client,
    // The answer may be lost though the workspace was made, or somebody else was faster.
    look: async () => {
      const made = await findWorkspace(client, request.workspace);
      return made && adopt(client, request, made);
    },
    write: async () => {
      const { data } = await client.post<Document<WorkspaceAttributes>>(
        `/organizations/${encodeURIComponent(organization)}/workspaces`,
        {
          data: {
            type: 'workspaces',
            attributes: {
              name: request.workspace,
              description: `Made by Portico${
                request.entityRef ? ` for ${request.entityRef}` : ''
              }`,
              'source-name': 'Portico',
              'execution-mode': 'remote',
              'auto-apply': false,
            },
            relationships: {
              tags: {
                data: tags.map(name => ({
                  type: 'tags',
                  attributes: { name },
                })),
              },
              ...(projectId
                ? { project: { data: { type: 'projects', id: projectId } } }
                : {}),
            },
          },
        },
      );
      return { id: data.id, created: true };
    },
  });
}

/** The workspace of that name, if there is one. */
export async function findWorkspace(
  client: HcpClient,
  name: string,
): Promise<Resource<WorkspaceAttributes> | undefined> {
  const { organization } = client.instance;
  try {
    const path = `/organizations/${encodeURIComponent(
      organization,
    )}/workspaces/${encodeURIComponent(name)}`;
    return (await client.get<Document<WorkspaceAttributes>>(path)).data;
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/**
 * @returns `created`: whether this task made it
 * @throws ConflictError if the workspace belongs to another entity, or to nobody whom Portico knows
 */
export function adopt(
  client: HcpClient,
  request: Pick<ApplyRequest, 'workspace' | 'taskId' | 'entityRef'>,
  { id, attributes }: Resource<WorkspaceAttributes>,
): { id: string; created: boolean } {
  const tags = attributes['tag-names'] ?? [];
  const created = tags.includes(taskTag(request.taskId));
  const entities = tags.filter(tag => tag.startsWith(ENTITY_TAG));
  const ours =
    request.entityRef !== undefined &&
    entities.includes(entityTag(request.entityRef));
  if (created || ours) return { id, created };
  const owner =
    entities.length > 0
      ? `it is tagged ${entities.join(', ')}`
      : 'it carries no tag of Portico';
  const remedy = request.entityRef
    ? `Tag it ${entityTag(request.entityRef)} to let this task change it`
    : "Give the step the input entityRef if it is that entity's";
  throw new ConflictError(
    `The workspace '${request.workspace}' exists in organisation '${client.instance.organization}' and belongs to something else: ${owner}. Nothing was changed. ${remedy}, or choose another workspace name.`,
  );
}

async function findProject(client: HcpClient, name: string): Promise<string> {
  const { organization } = client.instance;
  const query = new URLSearchParams({ 'filter[names]': name });
  const { data } = await client.get<ListDocument<{ name: string }>>(
    `/organizations/${encodeURIComponent(organization)}/projects?${query}`,
  );
  const project = data.find(candidate => candidate.attributes.name === name);
  if (!project) {
    throw new NotFoundError(
      `HCP Terraform has no project '${name}' in organisation '${organization}', which terraform.hcp names for instance '${client.instance.name}'.`,
    );
  }
  return project.id;
}
