export interface Config {
  scaffolder?: {
    taskRecovery?: {
      /**
       * Where the files of a running task are kept, so that another replica can go on with it.
       * `database`: beside the tasks (the default; workspaces are some hundred kB). `s3`: in a bucket.
       * @visibility backend
       */
      workspaceProvider?: 'database' | 's3';
      /** Bucket for `workspaceProvider: s3`; credentials come from the AWS SDK's usual chain. */
      s3?: {
        /** @visibility backend */
        bucket: string;
        /** @visibility backend */
        region?: string;
        /**
         * Folder in the bucket, e.g. `portico/workspaces`.
         * @visibility backend
         */
        prefix?: string;
        /**
         * Another address than that of AWS, for S3-compatible stores.
         * @visibility backend
         */
        endpoint?: string;
      };
    };
  };
  flows?: {
    encryption?: {
      /**
       * Keys that seal the secrets of tasks in the database (AES-256-GCM). The first one seals; all of
       * them open, so a key is rotated by putting a new one in front. Without any, and with the embedded
       * database, a key is made beside the database.
       */
      keys?: Array<{
        /**
         * 32 bytes in base64, e.g. from `openssl rand -base64 32`.
         * @visibility secret
         */
        secret: string;
      }>;
    };
  };
}
