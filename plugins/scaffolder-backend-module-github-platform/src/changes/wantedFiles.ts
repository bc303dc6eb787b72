import { InputError, NotFoundError } from '@backstage/errors';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RepoClient } from '../client/createRepoClient';
import { orUndefined } from '../client/githubError';
import { readLocalFiles } from '../repository/readLocalFiles';
import { resolveWorkspaceFolder } from '../repository/resolveWorkspaceFolder';
import { setAnnotations, type WantedAnnotations } from './annotations';
import { overlayFile, setTag } from './overlay';

/** Where the files of a change come from. */
export interface ChangeSource {
  workspacePath: string;
  /** Folder of the task's workspace. */
  sourcePath?: string;
  /** Folder of the repository that it is for. */
  targetPath?: string;
  /** Another tag for the image of an overlay. */
  image?: { overlay: string; tag: string; name?: string };
  /** Annotations for an entity of a catalog file. */
  annotations?: WantedAnnotations & { file?: string };
}

/** Where an entity stands, unless told otherwise. */
const CATALOG_FILE = 'catalog-info.yaml';

/** The text of a file of a branch, tag or commit; `undefined` if there is none. */
export async function readRepositoryFile(
  { octokit, owner, repo }: RepoClient,
  path: string,
  ref: string,
): Promise<string | undefined> {
  const answer = await orUndefined(
    octokit.rest.repos.getContent({ owner, repo, path, ref }),
  );
  const data = answer?.data;
  if (!data || Array.isArray(data) || !('content' in data)) return undefined;
  return Buffer.from(data.content, 'base64').toString('utf8');
}

/**
 * The files as they are to be, by path.
 *
 * @throws InputError if nothing is to be changed, or NotFoundError if the file to change is not there
 */
export async function wantedFiles(
  client: RepoClient,
  source: ChangeSource,
  base: string,
): Promise<Record<string, string>> {
  const {
    workspacePath,
    sourcePath,
    targetPath = '',
    image,
    annotations,
  } = source;
  const files: Record<string, string> = {};
  if (sourcePath !== undefined) {
    const folder = resolveWorkspaceFolder(workspacePath, sourcePath);
    for (const path of (await readLocalFiles(folder)).keys()) {
      const target = [targetPath.replace(/\/+$/, ''), path].filter(Boolean);
      files[target.join('/')] = await readFile(join(folder, path), 'utf8');
    }
  }
  if (image) {
    const file = overlayFile(image.overlay);
    files[file] = setTag(await textOf(file), file, image);
  }
  if (annotations) {
    const { file = CATALOG_FILE } = annotations;
    files[file] = setAnnotations(await textOf(file), file, annotations);
  }
  if (Object.keys(files).length === 0) {
    throw new InputError(
      "There is nothing to change: give the step 'sourcePath' with files in it, 'image', or 'annotations'.",
    );
  }
  return files;

  async function textOf(file: string): Promise<string> {
    const text = await readRepositoryFile(client, file, base);
    if (text !== undefined) return text;
    throw new NotFoundError(
      `${client.slug} has no ${file} on ${base}, so there is nothing to change in it.`,
    );
  }
}
