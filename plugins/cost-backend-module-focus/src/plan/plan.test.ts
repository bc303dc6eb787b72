import type { ListedFile } from '../files/FileSource';
import { readManifest } from './Manifest';
import { planFiles } from './planFiles';
import { readLayout } from './readLayout';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };

/** A file, so many hours old or young. */
function file(
  path: string,
  hour = 0,
  more: Partial<ListedFile> = {},
): ListedFile {
  return {
    name: `s3://bills/${path}`,
    path,
    size: 10,
    etag: `${path} ${hour}`,
    modifiedAt: hour * 3_600_000,
    ...more,
  };
}

const manifest = (of: ListedFile, content: object) =>
  readManifest(of, JSON.stringify(content))!;

const paths = (files: ListedFile[]) => files.map(({ path }) => path);

describe('readLayout', () => {
  const [november, third] = [
    NOVEMBER,
    { from: '2026-11-03', to: '2026-11-03' },
  ];
  it.each([
    [
      'focus/main/data/BILLING_PERIOD=2026-11/main-00001.snappy.parquet',
      'focus/main',
      november,
      '',
      false,
    ],
    [
      'focus/main/data/billing_period=2026-11/20261104T0102-abc/main-00001.csv.gz',
      'focus/main',
      november,
      '20261104T0102-abc',
      false,
    ],
    [
      'focus/main/metadata/BILLING_PERIOD=2026-11/main-Manifest.json',
      'focus/main',
      november,
      '',
      false,
    ],
    [
      'costs/daily/20261101-20261130/6f1c-run/part_0_0001.csv',
      'costs/daily',
      november,
      '6f1c-run',
      false,
    ],
    [
      'FOCUS Reports/2026/11/03/0001000001234567-00001.csv.gz',
      'FOCUS Reports',
      third,
      '',
      true,
    ],
    ['bills/2026/11/focus-000.csv', 'bills', november, '', false],
    ['bills/2026-11/focus-000.csv', 'bills', november, '', false],
    ['bills/focus-202611-00001.csv', 'bills', november, '', false],
    ['bills/focus_2026-11-03.csv', 'bills', third, '', true],
    ['bills/all.csv', 'bills', undefined, '', false],
  ])('reads %s', (path, exported, period, delivery, isIncrement) => {
    expect(readLayout(path)).toEqual({
      exported,
      period,
      delivery,
      isIncrement,
    });
  });
});

describe('planFiles', () => {
  const plan = (
    files: ListedFile[],
    slice = NOVEMBER,
    manifests = [] as Parameters<typeof planFiles>[1],
  ) => planFiles(files, manifests, slice);

  it('reads the months of the slice, and what does not say its month', () => {
    const { files } = plan([
      file('a/BILLING_PERIOD=2026-10/a.parquet'),
      file('a/BILLING_PERIOD=2026-11/a-1.parquet', 2),
      file('a/BILLING_PERIOD=2026-11/a-2.parquet', 2),
      file('b/all.csv', 1),
      file('b/readme.txt'),
    ]);
    expect(paths(files)).toEqual([
      'a/BILLING_PERIOD=2026-11/a-1.parquet',
      'a/BILLING_PERIOD=2026-11/a-2.parquet',
      'b/all.csv',
    ]);
  });

  it('counts the newest delivery of a month', () => {
    const { files, problems } = plan([
      file('e/20261101-20261130/run-1/part_0.csv', 1),
      file('e/20261101-20261130/run-2/part_0.csv', 3),
      file('e/20261101-20261130/run-2/part_1.csv', 3),
    ]);
    expect(paths(files)).toEqual([
      'e/20261101-20261130/run-2/part_0.csv',
      'e/20261101-20261130/run-2/part_1.csv',
    ]);
    expect(problems).toEqual([]);
  });

  it('counts what the newest manifest names, whatever else lies there', () => {
    const data = 'x/data/BILLING_PERIOD=2026-11';
    const names = (run: string, hour: number) =>
      manifest(
        file(`x/metadata/BILLING_PERIOD=2026-11/${run}/x-Manifest.json`, hour),
        {
          dataFiles: [`s3://bills/${data}/${run}/x-00001.parquet`],
        },
      );
    const files = [
      file(`${data}/one/x-00001.parquet`, 1),
      file(`${data}/two/x-00001.parquet`, 2),
      // Of a delivery that is under way.
      file(`${data}/three/x-00001.parquet`, 3),
    ];
    const { files: found } = plan(files, NOVEMBER, [
      names('two', 2),
      names('one', 1),
    ]);
    expect(paths(found)).toEqual([`${data}/two/x-00001.parquet`]);
    expect(() => plan(files.slice(0, 1), NOVEMBER, [names('two', 2)])).toThrow(
      /x-Manifest.json names .*two\/x-00001.parquet, which is not there: a delivery is under way/,
    );
  });

  it("reads Azure's manifests", () => {
    const run = 'costs/daily/20261101-20261130/run';
    const { files } = plan(
      [
        file(`${run}/part_0.csv`),
        file(`${run}/part_1.csv`),
        file(`${run}/stray.csv`),
      ],
      NOVEMBER,
      [
        manifest(file(`${run}/manifest.json`), {
          blobs: [
            { blobName: `${run}/part_0.csv` },
            { blobName: `${run}/part_1.csv` },
          ],
        }),
      ],
    );
    expect(paths(files)).toEqual([`${run}/part_0.csv`, `${run}/part_1.csv`]);
  });

  it('leaves out copies, and tells of them', () => {
    const bytes = { etag: 'same', size: 99 };
    const { files, problems } = plan([
      file('b/2026-11.csv', 2, bytes),
      file('b/2026-11 (1).csv', 1, bytes),
      file('b/2026-11.csv.gz', 1),
    ]);
    expect(paths(files)).toEqual(['b/2026-11.csv']);
    expect(
      problems.map(({ where, message }) => `${where}: ${message}`),
    ).toEqual([
      's3://bills/b/2026-11 (1).csv: It is the same bill as s3://bills/b/2026-11.csv and was left out; remove one of them.',
      's3://bills/b/2026-11.csv.gz: It is the same bill as s3://bills/b/2026-11.csv and was left out; remove one of them.',
    ]);
  });

  it('looks for late rows in deliveries that add to earlier ones', () => {
    const day = (date: string) =>
      file(`FOCUS Reports/2026/${date}/1-00001.csv.gz`);
    const slice = { from: '2026-10-10', to: '2026-10-12' };
    const { files } = plan(
      ['10/09', '10/10', '10/12', '11/12', '11/13'].map(day),
      slice,
    );
    expect(paths(files).map(path => path.slice(19, 24))).toEqual([
      '10/10',
      '10/12',
      '11/12',
    ]);
  });
});
