import type { CapabilityArea } from './CapabilityArea';

/** Providers of the capability area `data-analytics`. */
export const dataAnalytics: CapabilityArea = {
  name: 'data-analytics',
  owner: 'data',
  'in-use': [
    [
      's3',
      'Amazon S3',
      'Object storage: the lake in Parquet, uploads, archives.',
      'https://aws.amazon.com/s3/',
    ],
    [
      'snowflake',
      'Snowflake',
      'The data warehouse.',
      'https://www.snowflake.com',
    ],
    [
      'fivetran',
      'Fivetran',
      'Connectors from vendors into the lake.',
      'https://www.fivetran.com',
    ],
    [
      'dbt-cloud',
      'dbt Cloud',
      'Transformations in the warehouse, with tests and lineage.',
      'https://www.getdbt.com',
    ],
    [
      'metabase',
      'Metabase',
      'Questions and dashboards over the warehouse.',
      'https://www.metabase.com',
    ],
    [
      'sagemaker',
      'Amazon SageMaker',
      'Training and hosting of models.',
      'https://aws.amazon.com/sagemaker/',
    ],
  ],
  trial: [
    [
      'databricks',
      'Databricks',
      'Notebooks and Delta tables over the lake; on trial.',
      'https://www.databricks.com',
    ],
    [
      'airbyte',
      'Airbyte',
      'Open-source connectors, for sources that Fivetran lacks.',
      'https://airbyte.com',
    ],
  ],
  alternative: [
    [
      'bigquery',
      'BigQuery',
      'Warehouse with a free tier, were Snowflake to end.',
      'https://cloud.google.com/bigquery',
    ],
    [
      'looker-studio',
      'Looker Studio',
      'Dashboards without a server.',
      'https://lookerstudio.google.com',
    ],
    [
      'google-cloud-storage',
      'Google Cloud Storage',
      'Object storage, were the lake to move.',
      'https://cloud.google.com/storage',
    ],
  ],
};
