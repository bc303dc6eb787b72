import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const FILES = {
  'service/README.md': '# A service',
  'service/terraform/main.tf': '',
  'ci/.github/workflows/ci.yaml': 'on: push\njobs: {}',
};

/** A task's folder with what steps expect in it. It is removed after the tests. */
export function makeWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'portico-matrix-'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}
