import { parseAllDocuments } from 'yaml';
import type { Manifest } from '../types';

/** Raised for a file that is no YAML or holds what is no object; the message goes behind the file's name. */
export class ManifestSyntaxError extends Error {
  name = 'ManifestSyntaxError';
}

/** All objects in a YAML or JSON file; items of a `List` one by one. */
export function parseManifests(text: string): Manifest[] {
  const manifests: Manifest[] = [];
  for (const document of parseAllDocuments(text)) {
    if (!('errors' in document)) break;
    const [error] = document.errors;
    if (error) {
      const line = error.linePos?.[0].line;
      throw new ManifestSyntaxError(
        `error converting YAML to JSON: yaml: ${line ? `line ${line}: ` : ''}${
          error.message.split(/ at line |\n/)[0]
        }`,
      );
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) continue;
    const object = value as Manifest & { items?: Manifest[] };
    if (typeof value !== 'object' || Array.isArray(value)) {
      throw new ManifestSyntaxError(
        `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${
          Array.isArray(value) ? 'array' : typeof value
        } into Go value of type map[string]interface {}`,
      );
    }
    if (object.kind === 'List' && Array.isArray(object.items)) {
      manifests.push(...object.items);
    } else {
      manifests.push(object);
    }
  }
  return manifests;
}
