import type { AwsAccess } from '@portico/plugin-aws-node';

/** Where the files of an entry are. */
export type FocusLocation =
  | { kind: 's3'; bucket: string; prefix: string; access: AwsAccess }
  | { kind: 'disk'; path: string }
  | {
      kind: 'https';
      url: string;
      query?: string;
      headers?: Record<string, string>;
    };

/** One entry of `cost.focus`. */
export interface FocusSettings {
  name: string;
  title: string;
  from: FocusLocation;
  counts: 'bill' | 'comparison';
  restatedDays: number;
  /** What a tag is taken from, by the name that it gets. */
  tags: Readonly<Record<string, string>>;
}
