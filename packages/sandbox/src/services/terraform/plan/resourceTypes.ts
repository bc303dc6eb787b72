import { createHash } from 'node:crypto';
import type { Known } from '../hcl/Value';

type Attributes = Record<string, Known>;

interface ResourceType {
  /** Attributes whose change makes a new resource. */
  forceNew?: string[];
  /** What the provider adds; `hex(n)` gives digits that stay the same for the same address. */
  computed?: (
    a: Attributes,
    hex: (length: number, salt?: string) => string,
  ) => Attributes;
  /** Computed attributes that follow the configuration when a resource is updated in place. */
  recomputed?: string[];
  /** Attributes that are secret. */
  sensitive?: string[];
  /** The provider's complaint about values that it does not take. */
  refuse?: (a: Attributes) => string | undefined;
}

const REGION = 'eu-central-1';
const ACCOUNT = '000000000000';
const arn = (service: string, resource: string, region = REGION) =>
  `arn:aws:${service}:${region}:${ACCOUNT}:${resource}`;

const number = (hexadecimal: string, length: number) =>
  String(BigInt(`0x${hexadecimal}`))
    .slice(0, length)
    .padStart(length, '1');

/** What the sandbox knows of resource types; any other gets an `id` alone. */
const TYPES: Record<string, ResourceType> = {
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
      cluster_address: `${a.cluster_id}.${hex(6)}.cfg.euc1.cache.amazonaws.com`,
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
      )}.ng.0001.euc1.cache.amazonaws.com`,
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
      const id = String(a.bucket ?? `terraform-${hex(20)}`);
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
  random_password: {
    forceNew: [
      'length',
      'special',
      'override_special',
      'keepers',
      'upper',
      'lower',
      'numeric',
    ],
    sensitive: ['result', 'bcrypt_hash'],
    computed: (a, hex) => ({
      id: 'none',
      result: hex(64)
        .slice(0, Number(a.length ?? 16))
        .padEnd(Number(a.length ?? 16), 'x'),
      bcrypt_hash: `$2a$10$${hex(53)}`,
    }),
  },
  random_string: {
    forceNew: ['length', 'special', 'keepers'],
    computed: (a, hex) => ({
      id: hex(Number(a.length ?? 8)),
      result: hex(Number(a.length ?? 8)),
    }),
  },
  random_id: {
    forceNew: ['byte_length', 'keepers', 'prefix'],
    computed: (a, hex) => ({
      id: hex(Number(a.byte_length ?? 4) * 2),
      hex: hex(Number(a.byte_length ?? 4) * 2),
      dec: number(hex(12), 12),
    }),
  },
  random_pet: {
    forceNew: ['length', 'keepers', 'prefix'],
    computed: (_, hex) => ({ id: `calm-${hex(6)}` }),
  },
  random_uuid: {
    forceNew: ['keepers'],
    computed: (_, hex) => ({ id: uuid(hex), result: uuid(hex) }),
  },
  null_resource: {
    forceNew: ['triggers'],
    computed: (_, hex) => ({ id: number(hex(16), 19) }),
  },
  terraform_data: {
    forceNew: ['triggers_replace'],
    recomputed: ['output'],
    computed: (a, hex) => ({
      id: uuid(hex),
      ...(a.input === undefined ? {} : { output: a.input }),
    }),
  },
};

/** Data sources whose answers have a known shape. */
const DATA: Record<
  string,
  (a: Attributes, hex: (length: number) => string) => Attributes
> = {
  aws_caller_identity: () => ({
    id: ACCOUNT,
    account_id: ACCOUNT,
    arn: arn('iam', 'user/sandbox', ''),
    user_id: 'AIDASANDBOX',
  }),
  aws_region: () => ({
    id: REGION,
    name: REGION,
    description: 'Europe (Frankfurt)',
  }),
  aws_availability_zones: () => ({
    id: REGION,
    names: ['a', 'b', 'c'].map(zone => REGION + zone),
  }),
  aws_vpc: (_, hex) => ({
    id: `vpc-${hex(17)}`,
    cidr_block: '10.0.0.0/16',
    arn: arn('ec2', `vpc/vpc-${hex(17)}`),
  }),
  aws_subnets: (_, hex) => ({
    id: REGION,
    ids: [0, 1, 2].map(n => `subnet-${n}${hex(16)}`),
  }),
};

function uuid(hex: (length: number) => string): string {
  return hex(32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function digits(seed: string) {
  return (length: number, salt = '') =>
    createHash('sha512')
      .update(seed + salt)
      .digest('hex')
      .slice(0, length);
}

export function forcesReplacement(type: string, attribute: string): boolean {
  return TYPES[type]?.forceNew?.includes(attribute) ?? false;
}

/** What the provider would add to a resource with these attributes. */
export function computedAttributes(
  type: string,
  attributes: Attributes,
  seed: string,
): Attributes {
  const hex = digits(seed);
  return { id: hex(20), ...TYPES[type]?.computed?.(attributes, hex) };
}

/** A value for an attribute that the sandbox knows nothing of. */
export function computedAttribute(
  name: string,
  type: string,
  seed: string,
): Known {
  const hex = digits(`${seed}.${name}`);
  return name === 'arn'
    ? arn(type.split('_')[1] ?? 'sandbox', hex(12))
    : hex(16);
}

/** Computed attributes that an update in place sets anew. */
export function recomputedAttributes(type: string): string[] {
  return TYPES[type]?.recomputed ?? [];
}

export function sensitiveAttributes(type: string): string[] {
  return TYPES[type]?.sensitive ?? [];
}

/** The simulated provider's error; `undefined` if it takes these values. */
export function refusal(
  type: string,
  attributes: Attributes,
): string | undefined {
  return TYPES[type]?.refuse?.(attributes);
}

export function dataAttributes(
  type: string,
  attributes: Attributes,
  seed: string,
): Attributes {
  const hex = digits(seed);
  return { id: hex(20), ...DATA[type]?.(attributes, hex) };
}
