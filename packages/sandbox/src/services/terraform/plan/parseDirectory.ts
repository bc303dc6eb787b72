import { parse } from '@cdktf/hcl2json';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Known } from '../hcl/Value';
import { DiagnosticsError, type Diagnostic } from './Diagnostic';

/** A block's content as `hcl2json` gives it: nested blocks are lists of objects. */
export type Body = Record<string, Known>;

export interface ParsedFile {
  /** Relative to the configuration's root. */
  path: string;
  text: string;
  body: Body;
}

/**
 * Parses the `.tf`, `.tf.json` and (in the root) `.tfvars` files of one directory, without those below it.
 *
 * @throws DiagnosticsError with one diagnostic per file that does not parse
 */
export async function parseDirectory(options: {
  root: string;
  directory: string;
}): Promise<{ files: ParsedFile[]; variableFiles: ParsedFile[] }> {
  const { root, directory } = options;
  const names = (await readdir(directory).catch(() => [])).sort();
  const files: ParsedFile[] = [];
  const variableFiles: ParsedFile[] = [];
  const problems: Diagnostic[] = [];
  for (const name of names) {
    const isConfiguration = /\.tf(\.json)?$/.test(name);
    const isVariables =
      /^terraform\.tfvars(\.json)?$|\.auto\.tfvars(\.json)?$/.test(name);
    if (!isConfiguration && !isVariables) continue;
    const path = relative(root, join(directory, name));
    const text = await readFile(join(directory, name), 'utf8');
    try {
      const body: Body = name.endsWith('.json')
        ? JSON.parse(text)
        : await parse(name, text);
      (isConfiguration ? files : variableFiles).push({ path, text, body });
    } catch (error) {
      problems.push(explain(error as Error, path, text));
    }
  }
  if (problems.length > 0) throw new DiagnosticsError(...problems);
  return { files, variableFiles };
}

/** `hcl2json` words its errors `parse config: [main.tf:2,7-3,1: Summary; Detail]`. */
function explain(error: Error, file: string, text: string): Diagnostic {
  const match =
    /\[[^\]]*?:(\d+),\d+-[\d,]+: ([^;]*); ([^\]]*?)(?:\]|, and )/.exec(
      error.message,
    );
  if (!match) {
    return { summary: 'Invalid configuration', detail: error.message, file };
  }
  const line = Number(match[1]);
  return {
    summary: match[2],
    detail: match[3],
    file,
    line,
    code: text.split('\n')[line - 1],
  };
}
