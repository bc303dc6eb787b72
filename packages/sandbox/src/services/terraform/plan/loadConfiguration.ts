import { existsSync } from 'node:fs';
import { join, normalize, relative } from 'node:path';
import { isMap, type Known } from '../hcl/Value';
import { DiagnosticsError } from './Diagnostic';
import { locate } from './locate';
import { parseDirectory, type Body, type ParsedFile } from './parseDirectory';

/** The parsed files of a root module and of the local modules that it calls. */
export interface Configuration {
  root: string;
  /** Files by directory, relative to `root`; the root module is `''`. */
  directories: Map<string, ParsedFile[]>;
  /** Values from `terraform.tfvars` and `*.auto.tfvars`, which are not expressions. */
  variableFiles: Body;
}

/** Blocks of a kind with one label or two, each as the bodies that carry it. */
export function blocksOf(value: Known | undefined): [string, Body][] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([label, bodies]) =>
    (Array.isArray(bodies) ? bodies : [bodies]).map((body): [string, Body] => [
      label,
      isMap(body) ? (body as Body) : {},
    ]),
  );
}

/**
 * Reads a configuration and the modules in local directories that it calls.
 *
 * @throws DiagnosticsError
 */
export async function loadConfiguration(root: string): Promise<Configuration> {
  const configuration: Configuration = {
    root,
    directories: new Map(),
    variableFiles: {},
  };
  const { files, variableFiles } = await parseDirectory({
    root,
    directory: root,
  });
  if (files.length === 0) {
    throw new DiagnosticsError({
      summary: 'No configuration files',
      detail:
        'Plan requires configuration to be present. Planning without a configuration would mark everything for destruction, which is normally not what is desired.',
    });
  }
  for (const file of variableFiles) {
    Object.assign(configuration.variableFiles, file.body);
  }
  configuration.directories.set('', files);
  await loadModules(configuration, files, '');
  return configuration;
}

async function loadModules(
  configuration: Configuration,
  files: ParsedFile[],
  from: string,
): Promise<void> {
  const { root, directories } = configuration;
  for (const file of files) {
    for (const [name, body] of blocksOf(file.body.module)) {
      const source = String(body.source ?? '');
      const position = locate({
        files,
        block: ['module', name],
        needle: 'source',
      });
      if (!/^\.\.?\//.test(source)) {
        throw new DiagnosticsError({
          summary: 'Failed to download module',
          detail: `Could not download module "${name}" from "${source}": the sandbox has no network; it reads modules in local directories ("./…") alone.`,
          ...position,
        });
      }
      const directory = relative('.', normalize(join(from, source)));
      if (directory.startsWith('..') || !existsSync(join(root, directory))) {
        throw new DiagnosticsError({
          summary: 'Unreadable module directory',
          detail: `Unable to evaluate directory symlink: lstat ${source}: no such file or directory`,
          ...position,
        });
      }
      if (!directories.has(directory)) {
        const parsed = await parseDirectory({
          root,
          directory: join(root, directory),
        });
        directories.set(directory, parsed.files);
        await loadModules(configuration, parsed.files, directory);
      }
    }
  }
}
