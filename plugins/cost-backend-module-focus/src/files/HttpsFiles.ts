import type { DaySlice } from '@portico/plugin-cost-node';
import { monthsOf } from '../plan/months';
import type { FileSource, ListedFile } from './FileSource';
import { HttpFile, refuse, type HttpSecrets } from './HttpFile';

const MONTH = '{month}';

/** One file behind an address, or one of each month (`https://bills.example/{month}.csv.gz`). */
export class HttpsFiles implements FileSource {
  readonly name: string;
  readonly #http: HttpFile;

  constructor(name: string, secrets: HttpSecrets = {}) {
    this.name = name;
    this.#http = new HttpFile(secrets);
  }

  async list(slice: DaySlice, signal: AbortSignal): Promise<ListedFile[]> {
    const names = this.name.includes(MONTH)
      ? monthsOf(slice).map(month => this.name.replaceAll(MONTH, month))
      : [this.name];
    const files: ListedFile[] = [];
    for (const name of names) {
      const response = await this.#http.ask(name, { method: 'HEAD', signal });
      // A month may have no file, or not yet.
      if (response.status === 404 && name !== this.name) continue;
      refuse(name, response);
      files.push(toListed(name, response.headers));
    }
    return files;
  }

  open(file: ListedFile) {
    return this.#http.open(file);
  }
}

function toListed(name: string, headers: Headers): ListedFile {
  const length = headers.get('content-length');
  const modified = headers.get('last-modified') ?? '';
  const hasParts = headers.get('accept-ranges') === 'bytes' && length;
  return {
    name,
    path: new URL(name).pathname.replace(/^\//, ''),
    size: hasParts ? Number(length) : undefined,
    etag: headers.get('etag') ?? `${length}-${modified}`,
    modifiedAt: Date.parse(modified) || 0,
  };
}
