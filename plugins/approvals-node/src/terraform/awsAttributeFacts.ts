import type { EffectSeverity } from '@portico/plugin-approvals-common';
import type { PlanValue } from './TerraformPlan';

/** What it means for users or data that one attribute changes. */
export interface AttributeFact {
  text: string;
  severity: EffectSeverity;
}

/** An attribute's value before and after, and the whole resource afterwards. */
export interface AttributeValues {
  before: PlanValue;
  after: PlanValue;
  resource: { [key: string]: PlanValue };
}

type Rule = (values: AttributeValues) => AttributeFact | undefined;

/** Those that need downtime happen at once, or wait for the maintenance window. */
const restarts: Rule = ({ resource }) => ({
  severity: 'warn',
  text:
    resource.apply_immediately === true
      ? 'restarts the database'
      : 'restarts the database in its next maintenance window',
});

const grows =
  (what: string): Rule =>
  ({ before, after }) =>
    Number(after) < Number(before)
      ? { severity: 'bad', text: `${what} cannot be made smaller: it fails` }
      : { severity: 'info', text: 'GiB; cannot be made smaller later' };

const majorOf = (version: PlanValue) => String(version).split('.')[0];

const upgrades: Rule = values => {
  const major = majorOf(values.before) !== majorOf(values.after);
  const { text = '', severity = 'warn' } = restarts(values) ?? {};
  return {
    severity,
    text: major ? `${text}; a major version cannot be taken back` : text,
  };
};

const turnsOff =
  (text: string): Rule =>
  ({ before, after }) =>
    before === true && after === false ? { severity: 'warn', text } : undefined;

const turnsOn =
  (text: string): Rule =>
  ({ before, after }) =>
    before === false && after === true ? { severity: 'warn', text } : undefined;

const backups: Rule = values => {
  const { before, after } = values;
  if (Number(after) === 0)
    return {
      severity: 'bad',
      text: 'restarts the database and ends its backups',
    };
  return Number(before) === 0 ? restarts(values) : undefined;
};

const rebootNeeded: Rule = () => ({
  severity: 'info',
  text: 'static parameters take effect at the next restart',
});

const nodesReplaced: Rule = () => ({
  severity: 'warn',
  text: 'replaces its nodes one by one; connections drop',
});

const fewerNodes: Rule = ({ before, after }) =>
  Number(after) < Number(before)
    ? { severity: 'warn', text: 'what the removed nodes hold is lost' }
    : undefined;

const emptied: Rule = ({ after }) =>
  after === true
    ? { severity: 'warn', text: 'all objects go with the bucket from now on' }
    : undefined;

const stopped: Rule = () => ({
  severity: 'warn',
  text: 'stops and starts the machine',
});

/** By type and attribute. */
export const awsAttributeFacts: Record<string, Record<string, Rule>> = {
  // Which settings need downtime: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.DBInstance.Modifying.html
  aws_db_instance: {
    instance_class: restarts,
    port: restarts,
    parameter_group_name: rebootNeeded,
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html
    allocated_storage: grows('storage'),
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
    engine_version: upgrades,
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html
    backup_retention_period: backups,
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
    deletion_protection: turnsOff('it can be deleted from now on'),
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html
    publicly_accessible: turnsOn('gets a public address'),
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Modifying.html
  aws_rds_cluster: {
    engine_version: upgrades,
    port: restarts,
    deletion_protection: turnsOff('it can be deleted from now on'),
  },
  aws_rds_cluster_instance: { instance_class: restarts },
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Scaling.html
  aws_elasticache_replication_group: {
    node_type: nodesReplaced,
    num_cache_clusters: fewerNodes,
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/VersionManagement.html
    engine_version: nodesReplaced,
  },
  aws_elasticache_cluster: {
    node_type: nodesReplaced,
    num_cache_nodes: fewerNodes,
    engine_version: nodesReplaced,
  },
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-resize.html
  aws_instance: { instance_type: stopped },
  // https://docs.aws.amazon.com/ebs/latest/userguide/ebs-modify-volume.html
  aws_ebs_volume: { size: grows('a volume') },
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-bucket.html
  aws_s3_bucket: { force_destroy: emptied },
};
