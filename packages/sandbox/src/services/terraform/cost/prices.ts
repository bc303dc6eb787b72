import type { Known } from '../hcl/Value';

type Attributes = Record<string, Known>;

/** Hours in a month, as AWS's calculator counts them. */
export const HOURS = 730;

/**
 * On-demand prices in USD, rounded: they make the estimate plausible and are not a
 * quotation. Per hour by instance class; storage per GB and month. See https://aws.amazon.com/pricing/
 */
const DB_HOUR: Record<string, number> = {
  'db.t3.micro': 0.021,
  'db.t3.small': 0.041,
  'db.t3.medium': 0.083,
  'db.t3.large': 0.165,
  'db.t4g.micro': 0.02,
  'db.t4g.small': 0.039,
  'db.t4g.medium': 0.078,
  'db.t4g.large': 0.157,
  'db.m5.large': 0.216,
  'db.m6g.large': 0.187,
  'db.m6g.xlarge': 0.374,
  'db.m7g.large': 0.2,
  'db.r5.large': 0.29,
  'db.r6g.large': 0.258,
  'db.r6g.xlarge': 0.516,
};
const CACHE_HOUR: Record<string, number> = {
  'cache.t3.micro': 0.019,
  'cache.t3.small': 0.039,
  'cache.t3.medium': 0.078,
  'cache.t4g.micro': 0.018,
  'cache.t4g.small': 0.037,
  'cache.t4g.medium': 0.074,
  'cache.m6g.large': 0.177,
  'cache.r6g.large': 0.247,
};
const INSTANCE_HOUR: Record<string, number> = {
  't3.micro': 0.012,
  't3.small': 0.024,
  't3.medium': 0.048,
  't3.large': 0.096,
  't4g.micro': 0.0096,
  't4g.small': 0.0192,
  't4g.medium': 0.0384,
  'm5.large': 0.115,
  'm6i.large': 0.115,
  'm7g.large': 0.098,
  'c6i.large': 0.097,
  'r6i.large': 0.152,
};
const STORAGE_GB_MONTH = 0.137;

const count = (value: Known | undefined, fallback: number) =>
  Number(value ?? fallback) || fallback;

/** USD a month by resource type; usage-based types count a small typical usage. */
const MONTHLY: Record<string, (a: Attributes) => number | undefined> = {
  aws_db_instance: a => {
    const hour = DB_HOUR[String(a.instance_class)];
    if (hour === undefined) return undefined;
    const storage = count(a.allocated_storage, 20) * STORAGE_GB_MONTH;
    return (hour * HOURS + storage) * (a.multi_az === true ? 2 : 1);
  },
  aws_rds_cluster_instance: a => hourly(DB_HOUR, a.instance_class),
  aws_db_parameter_group: () => 0,
  aws_cloudwatch_metric_alarm: () => 0.1,
  aws_elasticache_cluster: a =>
    hourly(CACHE_HOUR, a.node_type, count(a.num_cache_nodes, 1)),
  aws_elasticache_replication_group: a =>
    hourly(CACHE_HOUR, a.node_type, count(a.num_cache_clusters, 1)),
  aws_instance: a => hourly(INSTANCE_HOUR, a.instance_type),
  aws_s3_bucket: () => 1.23, // 50 GB standard storage
  aws_sqs_queue: () => 0.4, // 1 million requests
  aws_sns_topic: () => 0.5, // 1 million publishes
  aws_dynamodb_table: a =>
    a.billing_mode === 'PROVISIONED'
      ? count(a.read_capacity, 5) * 0.1 + count(a.write_capacity, 5) * 0.5
      : 1.53,
  aws_secretsmanager_secret: () => 0.4,
  aws_kms_key: () => 1,
  aws_nat_gateway: () => 0.052 * HOURS,
  aws_lb: () => 0.027 * HOURS,
  aws_ebs_volume: a => count(a.size, 8) * 0.0952,
  aws_eks_cluster: () => 0.1 * HOURS,
};

function hourly(
  table: Record<string, number>,
  key: Known | undefined,
  times = 1,
): number | undefined {
  const hour = table[String(key)];
  return hour === undefined ? undefined : hour * HOURS * times;
}

/** USD a month; `undefined` for what the table does not hold. */
export function monthlyPrice(
  type: string,
  attributes: Attributes,
): number | undefined {
  return MONTHLY[type]?.(attributes);
}
