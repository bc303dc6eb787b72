import { uuid, type ResourceType } from './ResourceType';

export const REGION = 'us-east-1';
export const ACCOUNT = '000000000000';
export const arn = (service: string, resource: string, region = REGION) =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

/** The types of AWS that the sandbox knows. */
export const AWS_TYPES: Record<string, ResourceType> = {
  aws_db_instance: {
    sensitive: ['password'],
    forceNew: [
      'identifier',
      'engine',
      'username',
      'db_subnet_group_name',
      'storage_encrypted',
      'availability_zone',
      'kms_key_id',
    ],
    computed: (a, hex) => {
      const identifier = String(a.identifier ?? `terraform-${hex(10)}`);
      const port =
        a.port ?? (String(a.engine ?? '').startsWith('postgres') ? 5432 : 3306);
      const address = `${identifier}.c${hex(11)}.${REGION}.rds.amazonaws.com`;
      return {
        id: `db-${hex(26).toUpperCase()}`,
        identifier,
        arn: arn('rds', `db:${identifier}`),
        address,
        endpoint: `${address}:${port}`,
        port,
        hosted_zone_id: 'Z1RLNUO7B9Q6NB',
        resource_id: `db-${hex(26).toUpperCase()}`,
        status: 'available',
      };
    },
    refuse: a =>
      a.instance_class !== undefined &&
      !String(a.instance_class).startsWith('db.')
        ? `creating RDS DB Instance (${
            a.identifier ?? ''
          }): operation error RDS: CreateDBInstance, https response error StatusCode: 400, api error InvalidParameterValue: Invalid DB Instance class: ${
            a.instance_class
          }`
        : undefined,
  },
  aws_rds_cluster: {
    sensitive: ['master_password'],
    forceNew: ['cluster_identifier', 'engine', 'master_username'],
    computed: (a, hex) => {
      const id = String(a.cluster_identifier ?? `tf-${hex(10)}`);
      return {
        id,
        arn: arn('rds', `cluster:${id}`),
        endpoint: `${id}.cluster-c${hex(11)}.${REGION}.rds.amazonaws.com`,
        reader_endpoint: `${id}.cluster-ro-c${hex(
          11,
        )}.${REGION}.rds.amazonaws.com`,
        port: 5432,
      };
    },
  },
  aws_db_subnet_group: {
    forceNew: ['name'],
    computed: (a, hex) => {
      const id = String(a.name ?? `terraform-${hex(10)}`);
      return {
        id,
        name: id,
        arn: arn('rds', `subgrp:${id}`),
        vpc_id: `vpc-${hex(17)}`,
      };
    },
  },
  aws_db_parameter_group: {
    forceNew: ['name', 'family'],
    computed: a => ({
      id: String(a.name ?? ''),
      arn: arn('rds', `pg:${a.name}`),
    }),
  },
  aws_elasticache_cluster: {
    forceNew: ['cluster_id', 'engine', 'subnet_group_name'],
    computed: (a, hex) => ({
      id: String(a.cluster_id ?? ''),
      arn: arn('elasticache', `cluster:${a.cluster_id}`),
      cache_nodes: [
        {
          id: '0001',
          address: `${a.cluster_id}.${hex(6)}.0001.use1.cache.amazonaws.com`,
          port: 6379,
        },
      ],
      cluster_address: `${a.cluster_id}.${hex(6)}.cfg.use1.cache.amazonaws.com`,
      port: 6379,
    }),
  },
  aws_elasticache_replication_group: {
    sensitive: ['auth_token'],
    forceNew: ['replication_group_id', 'engine', 'subnet_group_name'],
    computed: (a, hex) => ({
      id: String(a.replication_group_id ?? ''),
      arn: arn('elasticache', `replicationgroup:${a.replication_group_id}`),
      primary_endpoint_address: `${a.replication_group_id}.${hex(
        6,
      )}.ng.0001.use1.cache.amazonaws.com`,
      port: 6379,
    }),
  },
  aws_elasticache_subnet_group: {
    forceNew: ['name'],
    computed: a => ({
      id: String(a.name ?? ''),
      arn: arn('elasticache', `subnetgroup:${a.name}`),
    }),
  },
  aws_s3_bucket: {
    forceNew: ['bucket', 'bucket_prefix'],
    computed: (a, hex) => {
      const id = String(
        a.bucket ?? `${a.bucket_prefix ?? 'terraform-'}${hex(20)}`,
      );
      return {
        id,
        bucket: id,
        arn: `arn:aws:s3:::${id}`,
        bucket_domain_name: `${id}.s3.amazonaws.com`,
        bucket_regional_domain_name: `${id}.s3.${REGION}.amazonaws.com`,
        region: REGION,
        hosted_zone_id: 'Z21DNDUVLTQW6Q',
      };
    },
  },
  aws_sqs_queue: {
    forceNew: ['name', 'name_prefix', 'fifo_queue'],
    computed: (a, hex) => {
      const name = String(a.name ?? `terraform-${hex(20)}`);
      const url = `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
      return { id: url, url, name, arn: arn('sqs', name) };
    },
  },
  aws_sns_topic: {
    forceNew: ['name'],
    computed: a => ({
      id: arn('sns', String(a.name ?? '')),
      arn: arn('sns', String(a.name ?? '')),
    }),
  },
  aws_dynamodb_table: {
    forceNew: ['name', 'hash_key', 'range_key'],
    computed: a => ({
      id: String(a.name ?? ''),
      arn: arn('dynamodb', `table/${a.name}`),
    }),
  },
  aws_instance: {
    forceNew: ['ami', 'subnet_id', 'availability_zone', 'key_name'],
    computed: (_, hex) => {
      const octets = `${parseInt(hex(2), 16)}.${parseInt(hex(2, 'b'), 16)}`;
      return {
        id: `i-${hex(17)}`,
        arn: arn('ec2', `instance/i-${hex(17)}`),
        private_ip: `10.0.${octets}`,
        private_dns: `ip-10-0-${octets.replace(
          '.',
          '-',
        )}.${REGION}.compute.internal`,
        instance_state: 'running',
      };
    },
  },
  aws_security_group: {
    forceNew: ['name', 'vpc_id', 'description'],
    computed: (_, hex) => ({
      id: `sg-${hex(17)}`,
      arn: arn('ec2', `security-group/sg-${hex(17)}`),
      owner_id: ACCOUNT,
    }),
  },
  aws_iam_role: {
    forceNew: ['name', 'path'],
    computed: (a, hex) => ({
      id: String(a.name ?? ''),
      arn: arn('iam', `role/${a.name}`, ''),
      unique_id: `AROA${hex(17).toUpperCase()}`,
    }),
  },
  aws_iam_policy: {
    forceNew: ['name'],
    computed: a => ({
      id: arn('iam', `policy/${a.name}`, ''),
      arn: arn('iam', `policy/${a.name}`, ''),
    }),
  },
  aws_secretsmanager_secret: {
    forceNew: ['name'],
    computed: (a, hex) => ({
      id: arn('secretsmanager', `secret:${a.name}-${hex(6)}`),
      arn: arn('secretsmanager', `secret:${a.name}-${hex(6)}`),
    }),
  },
  aws_secretsmanager_secret_version: {
    forceNew: ['secret_id'],
    sensitive: ['secret_string', 'secret_binary'],
    computed: (_, hex) => ({ id: hex(32), version_id: uuid(hex) }),
  },
  aws_cloudwatch_metric_alarm: {
    forceNew: ['alarm_name'],
    computed: a => ({
      id: String(a.alarm_name ?? ''),
      arn: arn('cloudwatch', `alarm:${a.alarm_name}`),
    }),
  },
  aws_cloudwatch_log_group: {
    forceNew: ['name'],
    computed: a => ({
      id: String(a.name ?? ''),
      arn: arn('logs', `log-group:${a.name}`),
    }),
  },
  aws_ecr_repository: {
    forceNew: ['name'],
    computed: a => ({
      id: String(a.name ?? ''),
      arn: arn('ecr', `repository/${a.name}`),
      registry_id: ACCOUNT,
      repository_url: `${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${a.name}`,
    }),
  },
  aws_kms_key: {
    computed: (_, hex) => ({
      id: uuid(hex),
      key_id: uuid(hex),
      arn: arn('kms', `key/${uuid(hex)}`),
    }),
  },
  aws_ssm_parameter: {
    sensitive: ['value'],
    forceNew: ['name'],
    computed: a => ({
      id: String(a.name ?? ''),
      arn: arn('ssm', `parameter${a.name}`),
      version: 1,
    }),
  },
  aws_s3_bucket_versioning: {
    forceNew: ['bucket'],
    computed: a => ({ id: String(a.bucket ?? '') }),
  },
  aws_s3_bucket_public_access_block: {
    forceNew: ['bucket'],
    computed: a => ({ id: String(a.bucket ?? '') }),
  },
};
