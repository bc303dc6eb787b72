import { posix } from 'node:path';
import { parse } from 'yaml';
import { ManifestSyntaxError, parseManifests } from '../render/parseManifests';
import { RenderError } from '../render/RenderError';
import type { SourceTree } from '../render/SourceTree';
import type { ApplicationSource, Manifest } from '../types';
import { generate, renameReferences } from './generate';
import { applyPatches } from './patches';
import { transform } from './transform';
import { unsupportedFields, type Kustomization } from './types';

export const KUSTOMIZATION_FILES = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/**
 * What `kustomize build` prints for a folder of a repository, for the fields in {@link Kustomization}.
 *
 * @throws RenderError with kustomize's message; one that names the field where it is not supported
 */
export async function buildKustomization(
  tree: SourceTree,
  path: string,
  overrides: ApplicationSource['kustomize'] = {},
): Promise<Manifest[]> {
  try {
    const manifests = await build(tree, path, []);
    const { images, replicas, ...rest } = overrides;
    return transform(manifests, {
      ...rest,
      images: images?.map(parseImage),
      replicas: replicas?.map(({ name, count }) => ({
        name,
        count: Number(count),
      })),
    });
  } catch (error) {
    if (error instanceof RenderError) throw error;
    const { message } = error as Error;
    throw new RenderError(
      `\`kustomize build <path to cached source>/${path}\` failed exit status 1: Error: ${message}`,
    );
  }
}

async function build(
  tree: SourceTree,
  path: string,
  above: string[],
): Promise<Manifest[]> {
  if (above.includes(path)) {
    throw new Error(
      `cycle detected: candidate root '${path}' is already being built`,
    );
  }
  const kustomization = await read(tree, path);
  const unsupported = unsupportedFields(kustomization);
  if (unsupported.length) {
    throw new Error(
      `the sandbox's kustomize does not support the field${
        unsupported.length > 1 ? 's' : ''
      } '${unsupported.join("', '")}' in ${path}/kustomization.yaml`,
    );
  }
  const { resources = [], bases = [], components = [] } = kustomization;
  let manifests: Manifest[] = [];
  for (const resource of [...resources, ...bases]) {
    manifests.push(...(await load(tree, path, resource, [...above, path])));
  }
  for (const component of components) {
    const at = posix.join(path, component);
    const part = await read(tree, at);
    manifests = await finish(tree, at, part, manifests);
  }
  return finish(tree, path, kustomization, manifests);
}

async function finish(
  tree: SourceTree,
  path: string,
  kustomization: Kustomization,
  manifests: Manifest[],
): Promise<Manifest[]> {
  const generated = await generate(tree, path, kustomization, manifests);
  const patched = await applyPatches(tree, path, kustomization, generated);
  return renameReferences(transform(patched, kustomization));
}

async function read(tree: SourceTree, path: string): Promise<Kustomization> {
  for (const file of KUSTOMIZATION_FILES) {
    const text = await tree.read(posix.join(path, file));
    if (text === undefined) continue;
    try {
      return (parse(text) ?? {}) as Kustomization;
    } catch (error) {
      throw new Error(
        `invalid Kustomization: ${(error as Error).message.split('\n')[0]}`,
      );
    }
  }
  throw new Error(
    `unable to find one of 'kustomization.yaml', 'kustomization.yml' or 'Kustomization' in directory '${path}'`,
  );
}

async function load(
  tree: SourceTree,
  path: string,
  resource: string,
  above: string[],
): Promise<Manifest[]> {
  if (/^(https?:|git@|github\.com)/.test(resource)) {
    throw new Error(
      `accumulating resources: the sandbox's kustomize reads no remote resources ('${resource}')`,
    );
  }
  const at = posix.join(path, resource);
  const text = await tree.read(at);
  if (text !== undefined) {
    try {
      return parseManifests(text);
    } catch (error) {
      if (!(error instanceof ManifestSyntaxError)) throw error;
      throw new Error(
        `accumulating resources: accumulation err='accumulating resources from '${resource}': MalformedYAMLError: ${error.message.replace(
          'error converting YAML to JSON: ',
          '',
        )} in File: ${resource}'`,
      );
    }
  }
  if (!(await tree.files(at, false))) {
    throw new Error(
      `accumulating resources: accumulation err='accumulating resources from '${resource}': open <path to cached source>/${at}: no such file or directory': must build at directory: not a valid directory`,
    );
  }
  return build(tree, at, above);
}

/** `name=newName:tag`, `name:tag` or `name@digest`, as Argo CD takes image overrides. */
function parseImage(text: string) {
  const [name, replacement] = text.includes('=')
    ? text.split('=')
    : [text.replace(/(@.*|:[^/:]*)$/, ''), text];
  const [, newName, newTag, digest] =
    /^(.*?)(?::([^/:@]+))?(?:@(.+))?$/.exec(replacement) ?? [];
  return { name, newName, newTag, digest };
}
