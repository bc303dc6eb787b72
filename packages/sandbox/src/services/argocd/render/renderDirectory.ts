import { posix } from 'node:path';
import type { ApplicationSource, Manifest } from '../types';
import { ManifestSyntaxError, parseManifests } from './parseManifests';
import { RenderError } from './RenderError';
import type { SourceTree } from './SourceTree';

/** A glob such as `*.yaml` or `{a,b}/*.yaml`, as Argo CD's directory source takes it. */
function globToRegExp(glob: string): RegExp {
  let source = '';
  let depth = 0;
  for (const character of glob) {
    if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else if (character === '{') {
      depth += 1;
      source += '(?:';
    } else if (character === '}' && depth) {
      depth -= 1;
      source += ')';
    } else if (character === ',' && depth) source += '|';
    else source += character.replace(/[\\^$.|+()[\]]/g, '\\$&');
  }
  return new RegExp(`^${source}$`);
}

/** Plain manifests in a folder. */
export async function renderDirectory(
  tree: SourceTree,
  source: ApplicationSource,
  files: string[],
): Promise<Manifest[]> {
  const { include, exclude } = source.directory ?? {};
  const root = source.path ?? '.';
  const chosen = files
    .filter(file => /\.(ya?ml|json)$/.test(file))
    .filter(file => {
      const relative = posix.relative(root, file);
      return (
        (!include || globToRegExp(include).test(relative)) &&
        !(exclude && globToRegExp(exclude).test(relative))
      );
    });
  const manifests: Manifest[] = [];
  for (const file of chosen) {
    const name = posix.basename(file);
    try {
      const objects = parseManifests((await tree.read(file)) ?? '');
      // Files that hold no Kubernetes object at all (a values file, a package.json) are passed over.
      manifests.push(
        ...objects.filter(object => object.apiVersion && object.kind),
      );
    } catch (error) {
      if (!(error instanceof ManifestSyntaxError)) throw error;
      throw new RenderError(
        `Failed to unmarshal "${name}": failed to unmarshal manifest: ${error.message}`,
        'FailedPrecondition',
      );
    }
  }
  return manifests;
}
