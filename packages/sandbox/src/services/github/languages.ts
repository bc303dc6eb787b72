import type { TreeEntry } from './git';

const BY_EXTENSION: Record<string, string> = {
  ts: 'TypeScript',
  tsx: 'TypeScript',
  js: 'JavaScript',
  mjs: 'JavaScript',
  cjs: 'JavaScript',
  py: 'Python',
  java: 'Java',
  go: 'Go',
  kt: 'Kotlin',
  sh: 'Shell',
  tf: 'HCL',
  css: 'CSS',
  html: 'HTML',
  sql: 'PLpgSQL',
};

/** Bytes by programming language, most first; data and prose don't count, as on GitHub. */
export function languagesOf(files: TreeEntry[]): Record<string, number> {
  const bytes = new Map<string, number>();
  for (const { path, size = 0 } of files) {
    const isDockerfile = /(^|\/)Dockerfile$/.test(path);
    const language = isDockerfile
      ? 'Dockerfile'
      : BY_EXTENSION[path.split('.').at(-1) ?? ''];
    if (language) bytes.set(language, (bytes.get(language) ?? 0) + size);
  }
  return Object.fromEntries([...bytes].sort((a, b) => b[1] - a[1]));
}
