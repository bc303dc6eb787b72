import { createHash } from 'node:crypto';
import type { Bill, Charge } from '../../../../billing';
import type { Clock } from '../../../../kit';
import { MANAGEMENT_ACCOUNT_ID } from '../../../../world';
import type { Bucket, StoredObject } from '../Bucket';
import { COLUMNS } from './columns';
import { daysOf, monthsUntil, type BilledMonth } from './months';
import { writeCsv } from './writeCsv';
import { writeParquet } from './writeParquet';

/** Where the organisation's bills are delivered. */
export const BILLING_BUCKET = 'mini-org-billing';

/** An export of FOCUS 1.2, as somebody set it up in Data Exports. */
interface Delivery {
  name: string;
  prefix: string;
  /** How many months it goes back. */
  months: number;
  extension: string;
  contentType: string;
  write(charges: readonly Charge[]): Buffer;
}

const DELIVERIES: Delivery[] = [
  {
    name: 'mini-org-focus',
    prefix: 'focus/mini-org-focus',
    months: 14,
    extension: 'snappy.parquet',
    contentType: 'application/octet-stream',
    write: writeParquet,
  },
  {
    name: 'mini-org-focus-csv',
    prefix: 'focus-csv/mini-org-focus-csv',
    months: 3,
    extension: 'csv.gz',
    contentType: 'application/gzip',
    write: writeCsv,
  },
];

/**
 * The bucket of AWS Data Exports: the bill by month, in Parquet and in CSV, each month overwritten daily until it no
 * longer changes. https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html
 */
export class BillExport implements Bucket {
  readonly name = BILLING_BUCKET;
  readonly #bill: Bill;
  readonly #clock: Clock;
  /** By key; a version of another day takes the place of the one before. */
  readonly #made = new Map<string, StoredObject>();

  constructor(bill: Bill, clock: Clock) {
    this.#bill = bill;
    this.#clock = clock;
  }

  keys(prefix: string): string[] {
    return this.#objects()
      .map(({ key }) => key)
      .filter(key => key.startsWith(prefix))
      .sort();
  }

  find(key: string): StoredObject | undefined {
    return this.#objects()
      .find(one => one.key === key)
      ?.make();
  }

  /** Forgets what was written; it is written alike when it is next asked for. */
  clear(): void {
    this.#made.clear();
  }

  #objects(): { key: string; make: () => StoredObject }[] {
    const today = this.#clock.now().toISOString().slice(0, 10);
    return DELIVERIES.flatMap(delivery =>
      monthsUntil(today, delivery.months).flatMap(month => {
        const part = `BILLING_PERIOD=${month.month}`;
        const { name, prefix, extension, contentType } = delivery;
        const data = `${prefix}/data/${part}/${name}-00001.${extension}`;
        const metadata = `${prefix}/metadata/${part}/${name}-Manifest.json`;
        const make = (key: string, type: string, write: () => Buffer) => ({
          key,
          make: () => this.#make(key, month, type, write),
        });
        return [
          make(data, contentType, () => this.#write(delivery, month)),
          make(metadata, 'application/json', () =>
            manifestOf(delivery, month, data),
          ),
        ];
      }),
    );
  }

  #write({ write }: Delivery, { month, version }: BilledMonth): Buffer {
    return write(
      daysOf(month)
        .flatMap(day => this.#bill.day(day, version))
        .filter(({ providerName }) => providerName !== 'Microsoft'),
    );
  }

  #make(
    key: string,
    { version }: BilledMonth,
    contentType: string,
    write: () => Buffer,
  ): StoredObject {
    const lastModified = new Date(`${version}T00:00:00Z`);
    const known = this.#made.get(key);
    if (known?.lastModified.getTime() === lastModified.getTime()) return known;
    const body = write();
    const etag = createHash('md5').update(body).digest('hex');
    const { length: size } = body;
    const made = { key, size, etag, lastModified, contentType, body };
    this.#made.set(key, made);
    return made;
  }
}

function manifestOf(
  { name }: Delivery,
  { month, version }: BilledMonth,
  key: string,
): Buffer {
  const hex = createHash('md5')
    .update(`${name} ${month} ${version}`)
    .digest('hex');
  const executionId = hex.replace(
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/,
    '$1-$2-$3-$4-$5',
  );
  const days = daysOf(month);
  return Buffer.from(
    JSON.stringify({
      exportArn: `arn:aws:bcm-data-exports:us-east-1:${MANAGEMENT_ACCOUNT_ID}:export/${name}`,
      executionId,
      columns: COLUMNS.map(one => ({ name: one.name, type: one.type })),
      dataFiles: [`s3://${BILLING_BUCKET}/${key}`],
      dateRange: { startDate: days[0], endDate: days.at(-1) },
    }),
  );
}
