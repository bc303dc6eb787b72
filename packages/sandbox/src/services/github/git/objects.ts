import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

export const NO_OBJECT = '0'.repeat(40);

export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** Writes a loose object, as `git hash-object -w` does, and returns its id. */
export function writeObject(
  directory: string,
  type: ObjectType,
  content: Buffer,
): string {
  const data = Buffer.concat([
    Buffer.from(`${type} ${content.length}\0`),
    content,
  ]);
  const sha = createHash('sha1').update(data).digest('hex');
  const folder = join(directory, 'objects', sha.slice(0, 2));
  const file = join(folder, sha.slice(2));
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const temporary = join(folder, `tmp_${randomBytes(8).toString('hex')}`);
    writeFileSync(temporary, deflateSync(data), { mode: 0o444 });
    renameSync(temporary, file);
  }
  return sha;
}

export interface RawTreeEntry {
  mode: string;
  name: string;
  sha: string;
}

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export function decodeTree(content: Buffer): RawTreeEntry[] {
  const entries: RawTreeEntry[] = [];
  let at = 0;
  while (at < content.length) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    entries.push({
      mode: content.toString('latin1', at, space).padStart(6, '0'),
      name: content.toString('utf8', space + 1, end),
      sha: content.toString('hex', end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}

/** Sorted as git sorts: a folder counts as if its name ended in a slash. */
export function encodeTree(entries: RawTreeEntry[]): Buffer {
  const sortable = entries.map(entry => ({
    entry,
    key: Buffer.from(entry.mode === '040000' ? `${entry.name}/` : entry.name),
  }));
  sortable.sort((a, b) => Buffer.compare(a.key, b.key));
  return Buffer.concat(
    sortable.flatMap(({ entry }) => [
      Buffer.from(`${entry.mode.replace(/^0/, '')} ${entry.name}\0`),
      Buffer.from(entry.sha, 'hex'),
    ]),
  );
}

export interface Signature {
  name: string;
  email: string;
  /** ISO 8601. */
  date: string;
}

export interface CommitObject {
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

export function encodeCommit(commit: CommitObject): Buffer {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map(parent => `parent ${parent}`),
    `author ${encodeSignature(commit.author)}`,
    `committer ${encodeSignature(commit.committer)}`,
  ];
  return Buffer.from(`${lines.join('\n')}\n\n${commit.message}`);
}

export function decodeCommit(content: Buffer): CommitObject {
  const text = content.toString('utf8');
  const split = text.indexOf('\n\n');
  const header = text.slice(0, split).split('\n');
  const value = (key: string) =>
    header.find(line => line.startsWith(`${key} `))?.slice(key.length + 1) ??
    '';
  return {
    tree: value('tree'),
    parents: header
      .filter(line => line.startsWith('parent '))
      .map(line => line.slice(7)),
    author: decodeSignature(value('author')),
    committer: decodeSignature(value('committer')),
    message: text.slice(split + 2).replace(/\n+$/, ''),
  };
}

function encodeSignature({ name, email, date }: Signature) {
  const seconds = Math.floor(Date.parse(date) / 1000);
  const clean = (text: string) => text.replace(/[<>\n]/g, '');
  return `${clean(name)} <${clean(email)}> ${seconds} +0000`;
}

function decodeSignature(line: string): Signature {
  const match = /^(.*?) ?<(.*)> (\d+) [+-]\d{4}$/.exec(line);
  const seconds = Number(match?.[3] ?? 0);
  return {
    name: match?.[1] ?? '',
    email: match?.[2] ?? '',
    date: `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`,
  };
}
