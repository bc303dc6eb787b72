import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Charge } from '../../../../billing';
import { COLUMNS } from './columns';

const ELEMENTS = {
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  DOUBLE: { type: 'DOUBLE' },
  TIMESTAMP: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
} as const;

/** Tags are a map, as in AWS's own files. */
const SCHEMA: SchemaElement[] = [
  { name: 'root', num_children: COLUMNS.length },
  ...COLUMNS.flatMap(({ name, type }): SchemaElement[] =>
    type === 'MAP'
      ? [
          {
            name,
            converted_type: 'MAP',
            repetition_type: 'OPTIONAL',
            num_children: 1,
          },
          { name: 'key_value', repetition_type: 'REPEATED', num_children: 2 },
          { name: 'key', ...ELEMENTS.STRING, repetition_type: 'REQUIRED' },
          { name: 'value', ...ELEMENTS.STRING, repetition_type: 'OPTIONAL' },
        ]
      : [{ name, ...ELEMENTS[type], repetition_type: 'OPTIONAL' }],
  ),
];

/** A Parquet file with Snappy. */
export function writeParquet(charges: readonly Charge[]): Buffer {
  const bytes = parquetWriteBuffer({
    columnData: COLUMNS.map(({ name, read }) => ({
      name,
      data: charges.map(read),
    })),
    schema: SCHEMA,
    rowGroupSize: 5_000,
  });
  return Buffer.from(bytes);
}
