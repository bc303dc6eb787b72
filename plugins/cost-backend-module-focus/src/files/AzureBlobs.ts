import { ServiceUnavailableError } from '@backstage/errors';
import type { DaySlice } from '@portico/plugin-cost-node';
import type { FileSource, ListedFile } from './FileSource';
import { HttpFile, refuse, type HttpSecrets } from './HttpFile';

/** The oldest one that takes tokens and lists as is read here. */
const VERSION = '2021-08-06';

/**
 * Blobs of a container of Azure Storage below a folder, where Cost Management exports to:
 * https://learn.microsoft.com/rest/api/storageservices/list-blobs
 */
export class AzureBlobs implements FileSource {
  readonly name: string;
  readonly #container: string;
  readonly #prefix: string;
  readonly #http: HttpFile;

  /** @param name e.g. `https://acme.blob.core.windows.net/exports/costs/` */
  constructor(name: string, { query, headers }: HttpSecrets = {}) {
    const { origin, pathname } = new URL(name);
    const [, container, ...folders] = pathname.split('/');
    this.name = name;
    this.#container = `${origin}/${container}`;
    this.#prefix = folders.map(decodeURIComponent).join('/');
    this.#http = new HttpFile({
      query,
      headers: { 'x-ms-version': VERSION, ...headers },
    });
  }

  async list(_slice: DaySlice, signal: AbortSignal): Promise<ListedFile[]> {
    const files: ListedFile[] = [];
    let marker = '';
    do {
      const query = new URLSearchParams({
        restype: 'container',
        comp: 'list',
        prefix: this.#prefix,
      });
      if (marker) query.set('marker', marker);
      const response = await this.#http.ask(this.#container, {
        query,
        signal,
      });
      refuse(this.name, response);
      const text = await response.text();
      if (!text.includes('<EnumerationResults')) {
        throw new ServiceUnavailableError(
          `${this.name} was answered with something that is no list of blobs. An address that ends with / is a folder of Azure Storage; write that of a file otherwise.`,
        );
      }
      for (const [, blob] of text.matchAll(/<Blob>([^]*?)<\/Blob>/g)) {
        const listed = this.#toListed(blob);
        if (listed.size) files.push(listed);
      }
      marker = textOf('NextMarker', text);
    } while (marker);
    return files;
  }

  open(file: ListedFile) {
    return this.#http.open(file);
  }

  #toListed(blob: string): ListedFile {
    const path = textOf('Name', blob);
    const etag = textOf('Etag', blob);
    return {
      name: `${this.#container}/${path
        .split('/')
        .map(encodeURIComponent)
        .join('/')}`,
      path,
      size: Number(textOf('Content-Length', blob)),
      // Headers have it in quotes, lists without.
      etag: etag.startsWith('"') ? etag : `"${etag}"`,
      modifiedAt: Date.parse(textOf('Last-Modified', blob)) || 0,
    };
  }
}

const ENTITIES: Record<string, string> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

/** What stands in an element; empty where it is absent. */
function textOf(element: string, xml: string): string {
  const [, text = ''] =
    new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml) ?? [];
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_match, name: string) => ENTITIES[name],
  );
}
