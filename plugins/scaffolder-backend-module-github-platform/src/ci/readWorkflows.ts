import { InputError } from '@backstage/errors';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { resolveWorkspaceFolder } from '../repository/resolveWorkspaceFolder';

const FOLDER = '.github/workflows';
const FILE = /^[^/]+\.ya?ml$/;

/** Workflow files by their path in the repository. */
export type WorkflowFiles = Record<string, string>;

/**
 * The workflow files of the input: `workflows` as they stand (`ci.yaml` means
 * `.github/workflows/ci.yaml`), or those in a folder of the workspace.
 *
 * @throws InputError for a path elsewhere, or for what is not a workflow
 */
export async function readWorkflows(options: {
  workspacePath: string;
  workflows?: Record<string, string>;
  sourcePath?: string;
}): Promise<WorkflowFiles> {
  const { workspacePath, workflows, sourcePath } = options;
  if (workflows && sourcePath !== undefined) {
    throw new InputError(
      'workflows and sourcePath exclude each other; keep one.',
    );
  }
  const files =
    sourcePath === undefined
      ? readMap(workflows ?? {})
      : await readFolder(workspacePath, sourcePath);
  for (const [path, content] of Object.entries(files)) {
    checkWorkflow(path, content);
  }
  return files;
}

function readMap(workflows: Record<string, string>): WorkflowFiles {
  const files: WorkflowFiles = {};
  for (const [path, content] of Object.entries(workflows)) {
    const name = path.startsWith(`${FOLDER}/`)
      ? path.slice(FOLDER.length + 1)
      : path;
    if (!FILE.test(name)) {
      throw new InputError(
        `'${path}' is not a workflow file: GitHub runs only *.yaml and *.yml directly in ${FOLDER}, e.g. ci.yaml.`,
      );
    }
    files[`${FOLDER}/${name}`] = content;
  }
  return files;
}

async function readFolder(
  workspacePath: string,
  sourcePath: string,
): Promise<WorkflowFiles> {
  const folder = resolveWorkspaceFolder(workspacePath, sourcePath);
  for (const candidate of [join(folder, FOLDER), folder]) {
    const names = await listFiles(candidate);
    if (names.length) {
      const entries = names.map(
        async name =>
          [
            `${FOLDER}/${name}`,
            await readFile(join(candidate, name), 'utf8'),
          ] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    }
  }
  throw new InputError(
    `sourcePath '${sourcePath}' holds no workflow: put *.yaml files into it or into its ${FOLDER}.`,
  );
}

/** Plain files only: a link could point out of the workspace. */
async function listFiles(folder: string): Promise<string[]> {
  const info = await lstat(folder).catch(() => undefined);
  if (!info?.isDirectory()) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && FILE.test(entry.name))
    .map(entry => entry.name)
    .sort();
}

function checkWorkflow(path: string, content: string): void {
  const document = parseDocument(content);
  const [error] = document.errors;
  if (error) {
    const line = error.linePos?.[0].line;
    throw new InputError(
      `${path} is not valid YAML${line ? ` (line ${line})` : ''}: ${
        error.message.split('\n')[0]
      }`,
    );
  }
  const workflow: unknown = document.toJS();
  const isWorkflow =
    typeof workflow === 'object' &&
    workflow !== null &&
    'on' in workflow &&
    'jobs' in workflow;
  if (!isWorkflow) {
    throw new InputError(
      `${path} is not a workflow: it needs 'on' and 'jobs'.`,
    );
  }
}
