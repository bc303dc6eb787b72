import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { SourceTree } from '../render/SourceTree';
import type { Manifest } from '../types';
import { renameIn } from './transform';
import type { Generator, Kustomization } from './types';

/** Marks what gets a hash at the end of its name once all else is done; never leaves the build. */
const NEEDS_HASH = 'sandbox.portico/needs-hash';

type DataManifest = Manifest & { data?: Record<string, string>; type?: string };

/** Adds or merges what `configMapGenerator` and `secretGenerator` make. */
export async function generate(
  tree: SourceTree,
  path: string,
  kustomization: Kustomization,
  manifests: Manifest[],
): Promise<Manifest[]> {
  const result = [...manifests] as DataManifest[];
  const lists = [
    ['ConfigMap', kustomization.configMapGenerator],
    ['Secret', kustomization.secretGenerator],
  ] as const;
  for (const [kind, generators] of lists) {
    for (const generator of generators ?? []) {
      const data = await readData(tree, path, generator);
      const at = result.findIndex(
        object =>
          object.kind === kind && object.metadata.name === generator.name,
      );
      const encoded =
        kind === 'Secret'
          ? Object.fromEntries(
              Object.entries(data).map(([key, value]) => [
                key,
                Buffer.from(value).toString('base64'),
              ]),
            )
          : data;
      const { behavior = 'create' } = generator;
      if (behavior !== 'create') {
        if (at < 0) {
          throw new Error(
            `merging from generator: id resid.ResId{Kind:"${kind}", Name:"${generator.name}"} does not exist; cannot merge or replace`,
          );
        }
        const before = behavior === 'merge' ? result[at].data : {};
        result[at] = { ...result[at], data: { ...before, ...encoded } };
        continue;
      }
      if (at >= 0) {
        throw new Error(
          `merging from generator: may not add resource with an already registered id: ${kind}.v1.[noGrp]/${generator.name}.[noNs]`,
        );
      }
      const options = {
        ...kustomization.generatorOptions,
        ...generator.options,
      };
      result.push({
        apiVersion: 'v1',
        kind,
        metadata: {
          name: generator.name,
          namespace: generator.namespace,
          labels: options.labels,
          annotations: {
            ...options.annotations,
            ...(options.disableNameSuffixHash ? {} : { [NEEDS_HASH]: 'true' }),
          },
        },
        ...(kind === 'Secret' ? { type: generator.type ?? 'Opaque' } : {}),
        data: encoded,
      });
    }
  }
  return result;
}

/** Puts the hash of their content at the end of generated names, and into what points at them. */
export function renameReferences(manifests: Manifest[]): Manifest[] {
  const renamed = new Map<string, string>();
  const result = structuredClone(manifests) as DataManifest[];
  for (const object of result) {
    const { annotations, name = '' } = object.metadata;
    if (!annotations || !(NEEDS_HASH in annotations)) continue;
    delete annotations[NEEDS_HASH];
    if (!Object.keys(annotations).length) delete object.metadata.annotations;
    const digest = createHash('sha256')
      .update(JSON.stringify([object.kind, name, object.data]))
      .digest('hex');
    object.metadata.name = `${name}-${digest.slice(0, 10)}`;
    renamed.set(`${object.kind}/${name}`, object.metadata.name);
  }
  for (const object of result) {
    renameIn(object.spec, (kind, name) => renamed.get(`${kind}/${name}`));
  }
  return result;
}

async function readData(
  tree: SourceTree,
  path: string,
  generator: Generator,
): Promise<Record<string, string>> {
  const data: Record<string, string> = {};
  const read = async (file: string) => {
    const text = await tree.read(posix.join(path, file));
    if (text === undefined) {
      throw new Error(
        `loading KV pairs: open <path to cached source>/${path}/${file}: no such file or directory`,
      );
    }
    return text;
  };
  for (const env of generator.envs ?? []) {
    for (const line of (await read(env)).split('\n')) {
      if (line.trim() && !line.startsWith('#')) addPair(data, line.trim());
    }
  }
  for (const file of generator.files ?? []) {
    const [key, source] = file.includes('=')
      ? file.split('=')
      : [posix.basename(file), file];
    data[key] = await read(source);
  }
  for (const literal of generator.literals ?? []) addPair(data, literal);
  return data;
}

function addPair(data: Record<string, string>, pair: string) {
  const at = pair.indexOf('=');
  if (at < 1)
    throw new Error(`invalid literal source ${pair}, expected key=value`);
  data[pair.slice(0, at)] = pair.slice(at + 1).replace(/^(['"])(.*)\1$/, '$2');
}
