export interface Config {
  cost?: {
    /**
     * Bills that are exported as FOCUS files (CSV, CSV.gz or Parquet), by AWS, Azure, Google, Oracle or anybody else: docs/cost.md.
     * Off without this section.
     */
    focus?: Array<{
      /** Name by which people tell it from others. */
      name: string;
      /** As pages name it, e.g. `AWS`; the name if absent. */
      title?: string;
      /**
       * Where its files are: `s3://bucket/prefix` (or what speaks S3), a folder or file (`/var/lib/bills`), an address
       * (`https://bills.example/{month}.csv.gz`, with `{month}` as `2026-11`), or a folder of Azure Storage, with a slash at
       * its end (`https://acme.blob.core.windows.net/exports/costs/`).
       */
      from: string;
      /** `bill` (if absent): what it says counts. `comparison`: it is kept beside a bill that comes from elsewhere, in no sum. */
      counts?: 'bill' | 'comparison';
      /** How many days back are read each time, since they may still change; 35 if absent, as clouds close a month two weeks later. */
      restatedDays?: number;
      /**
       * Tags under other names: what a tag is taken from, by the name that it gets, e.g. `service: 'user:service'`, or
       * `compartment: 'column:oci_CompartmentName'` for a column of the provider's own.
       */
      tags?: { [tag: string]: string };
      /** Region of the bucket; `us-east-1` if absent. */
      region?: string;
      /** Another address than AWS's own, e.g. that of Google's or Oracle's interoperable API, or of a stand-in. Its buckets stand in the path. */
      endpoint?: string;
      /** Access key of the bucket; if absent, the SDK finds credentials as usual (pod role, instance role, environment). */
      accessKeyId?: string;
      /**
       * Secret of the access key.
       * @visibility secret
       */
      secretAccessKey?: string;
      /** ARN of a role to assume with these credentials, e.g. one of the account that pays. */
      roleArn?: string;
      /**
       * External id that the role asks for.
       * @visibility secret
       */
      externalId?: string;
      /**
       * Query of an address that proves who asks, e.g. a shared access signature.
       * @visibility secret
       */
      query?: string;
      /**
       * Sent with each request to an address, e.g. `Authorization`.
       * @visibility secret
       */
      headers?: { [name: string]: string };
    }>;
  };
}
