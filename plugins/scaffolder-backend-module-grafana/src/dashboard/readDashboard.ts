import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { readFile } from 'node:fs/promises';

/** A dashboard as a template gives it: by a file of the workspace, or in the input itself. */
export interface DashboardInput {
  path?: string;
  dashboard?: JsonObject;
}

/**
 * Reads the dashboard that is wanted, without what belongs to one Grafana alone (`id`, `uid`, `version`).
 *
 * @throws InputError where it can't be read, or is none of the classic schema
 */
export async function readDashboard(
  { path, dashboard }: DashboardInput,
  workspacePath: string,
): Promise<JsonObject & { title: string }> {
  if ((path === undefined) === (dashboard === undefined)) {
    throw new InputError(
      'Give the dashboard either as a file of the workspace (path) or in the step itself (dashboard).',
    );
  }
  const what = path ? `The file ${path}` : 'The input dashboard';
  const json = path ? await parseFile(path, workspacePath) : dashboard;
  if (!json || typeof json !== 'object' || Array.isArray(json)) {
    throw new InputError(`${what} is no dashboard: it is no JSON object.`);
  }
  const { id: _id, uid: _uid, version: _version, ...spec } = json as JsonObject;
  const { title, panels } = spec;
  if (typeof title !== 'string' || !title.trim() || !Array.isArray(panels)) {
    throw new InputError(
      `${what} is no dashboard of the classic schema: it needs a title and panels. Export it in Grafana as JSON, classic.`,
    );
  }
  return { ...spec, title };
}

async function parseFile(
  path: string,
  workspacePath: string,
): Promise<unknown> {
  const file = resolveSafeChildPath(workspacePath, path);
  const text = await readFile(file, 'utf8').catch(() => {
    throw new InputError(
      `There is no file ${path} in the workspace. A step before this one has to write it.`,
    );
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `The file ${path} is no JSON: ${(error as Error).message}`,
    );
  }
}
