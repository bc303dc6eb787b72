const KINDS: Record<string, string> = {
  aws_db_instance: 'Database',
  aws_rds_cluster: 'Database cluster',
  aws_db_subnet_group: 'Subnet group',
  aws_security_group: 'Security group',
  aws_s3_bucket: 'Bucket',
  aws_sqs_queue: 'Queue',
  aws_sns_topic: 'Topic',
  aws_dynamodb_table: 'Table',
  aws_elasticache_cluster: 'Cache',
  aws_elasticache_replication_group: 'Cache',
  aws_instance: 'Virtual machine',
  aws_iam_role: 'Role',
  aws_secretsmanager_secret: 'Secret',
  aws_ssm_parameter: 'Parameter',
  aws_ecr_repository: 'Image repository',
};

/** What a resource is, in a reader's words; its type where we have none. */
export function resourceKind(address: string): string {
  const type = address
    .replace(/^(?:module\.[^.[]+(?:\[[^\]]*\])?\.)+/, '')
    .split('.')[0];
  return KINDS[type] ?? type;
}
