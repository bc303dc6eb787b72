import { posix } from 'node:path';
import { buildKustomization, KUSTOMIZATION_FILES } from '../kustomize/build';
import type { ApplicationSource, Manifest } from '../types';
import { RenderError } from './RenderError';
import { renderDirectory } from './renderDirectory';
import type { SourceTree } from './SourceTree';

/** What a source renders to. */
export interface RenderedSource {
  manifests: Manifest[];
  type: 'Directory' | 'Kustomize';
}

/**
 * The manifests of a source at a commit.
 *
 * @throws RenderError in Argo CD's words
 */
export async function renderSource(
  tree: SourceTree,
  source: ApplicationSource,
): Promise<RenderedSource> {
  const path = posix.normalize(source.path ?? '.');
  const kustomization = await findKustomization(tree, path);
  if (kustomization) {
    const manifests = await buildKustomization(tree, path, source.kustomize);
    return { manifests, type: 'Kustomize' };
  }
  const files = await tree.files(path, source.directory?.recurse ?? false);
  if (!files) throw new RenderError(`${source.path}: app path does not exist`);
  if (files.includes(posix.join(path, 'Chart.yaml')) || source.helm) {
    throw new RenderError(
      `${source.path}: the sandbox does not render Helm charts; use Kustomize or plain manifests`,
    );
  }
  const manifests = await renderDirectory(tree, source, files);
  return { manifests, type: 'Directory' };
}

async function findKustomization(tree: SourceTree, path: string) {
  for (const file of KUSTOMIZATION_FILES) {
    if ((await tree.read(posix.join(path, file))) !== undefined) return file;
  }
  return undefined;
}
