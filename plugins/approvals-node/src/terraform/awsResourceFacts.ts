import type {
  ChangeEffect,
  ResourceAction,
} from '@portico/plugin-approvals-common';
import type { PlanValue } from './TerraformPlan';

/** Types that hold data, and what goes with them. */
const DATA: Record<string, string> = {
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
  aws_db_instance: 'the database with its automated backups',
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html
  aws_rds_cluster: 'the database with its automated backups',
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.Delete.html
  aws_elasticache_cluster: 'everything in the cache',
  aws_elasticache_replication_group: 'everything in the cache',
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html
  aws_s3_bucket: 'the bucket; others can take its name',
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html
  aws_dynamodb_table: 'the table with all its items',
  // https://docs.aws.amazon.com/efs/latest/ug/delete-efs-fs.html
  aws_efs_file_system: 'the file system with all its files',
  // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-deleting-volume.html
  aws_ebs_volume: 'the volume with all its data',
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/step-delete-queue.html
  aws_sqs_queue: 'the queue with all its messages',
  // https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-delete-stream.html
  aws_kinesis_stream: 'the stream with all its records',
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/gsgdeleting.html
  aws_opensearch_domain: 'the domain with all its indices',
  // https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-delete.html
  aws_ecr_repository: 'the repository with its images',
};

const SNAPSHOTS = ['aws_db_instance', 'aws_rds_cluster'];

/** What it does to data and users that a whole resource goes, or goes and comes back. */
export function awsResourceEffect(options: {
  address: string;
  type: string;
  action: ResourceAction;
  before: { [key: string]: PlanValue };
}): ChangeEffect | undefined {
  const { address, type, action, before } = options;
  const data = DATA[type];
  if (!data || (action !== 'destroy' && action !== 'replace')) return undefined;
  const snapshot =
    SNAPSHOTS.includes(type) && before.skip_final_snapshot !== true
      ? '; a final snapshot stays'
      : '';
  return {
    resource: address,
    severity: 'bad',
    text:
      action === 'destroy'
        ? `deletes ${data}${snapshot}`
        : `deletes ${data}${snapshot}, then makes it anew and empty; down until then`,
  };
}
