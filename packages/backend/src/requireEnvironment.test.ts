import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingEnvironment } from './requireEnvironment';

describe('missingEnvironment', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'portico-env-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('names each variable that is unset or empty, with its file', () => {
    const file = join(folder, 'app-config.yaml');
    writeFileSync(
      file,
      [
        'a: ${SET}',
        'b: ${UNSET}',
        'c: ${EMPTY}',
        'd: ${WITH_FALLBACK:-x}',
        'e: $${ESCAPED}',
        '# f: ${COMMENTED}',
        'g: x-${SET}-${ALSO_UNSET}',
      ].join('\n'),
    );
    expect(
      missingEnvironment(['--config', file], { SET: '1', EMPTY: '' }),
    ).toEqual([
      { name: 'UNSET', file },
      { name: 'EMPTY', file },
      { name: 'ALSO_UNSET', file },
    ]);
    expect(missingEnvironment([`--config=${file}`], {})).toHaveLength(4);
  });

  it('asks for nothing without config files on the command line', () => {
    expect(missingEnvironment([], {})).toEqual([]);
  });
});
