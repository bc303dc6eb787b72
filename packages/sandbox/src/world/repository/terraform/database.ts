import type { Component, Resource, Tier } from '../../types';
import { labelOf } from './labelOf';

const INSTANCE_CLASS: Record<Tier, string> = {
  critical: 'db.m6g.large',
  important: 'db.t4g.medium',
  standard: 'db.t4g.small',
};
const STORAGE_GB: Record<Tier, number> = {
  critical: 50,
  important: 50,
  standard: 20,
};

/** A database on RDS with its password, its parameters and an alarm. What its description names is as it says. */
export function databaseBlocks(store: Resource, component: Component): string {
  const { description } = store;
  const { tier } = component;
  const label = labelOf(store);
  const engine = description.startsWith('MySQL') ? 'mysql' : 'postgres';
  const latest = engine === 'mysql' ? '8.4' : '17';
  const version = /PostgreSQL (\d+)/.exec(description)?.[1] ?? latest;
  const instanceClass =
    /db\.[\w.]+\w/.exec(description)?.[0] ?? INSTANCE_CLASS[tier];
  return `resource "random_password" "${label}" {
  length  = 32
  special = false
}

resource "aws_db_parameter_group" "${label}" {
  name   = "${store.name}-\${var.environment}"
  family = "${engine}${version}"
  parameter {
    name  = "max_connections"
    value = "50"
  }
}

resource "aws_db_instance" "${label}" {
  identifier              = "${store.name}-\${var.environment}"
  engine                  = "${engine}"
  engine_version          = "${version}"
  instance_class          = "${instanceClass}"
  allocated_storage       = ${STORAGE_GB[tier]}
  storage_encrypted       = true
  multi_az                = ${tier === 'critical'}
  db_name                 = "${label}"
  username                = "service"
  password                = random_password.${label}.result
  parameter_group_name    = aws_db_parameter_group.${label}.name
  backup_retention_period = ${tier === 'critical' ? 35 : 7}
  deletion_protection     = var.environment == "production"
  apply_immediately       = false
}

resource "aws_cloudwatch_metric_alarm" "${label}_cpu" {
  alarm_name          = "${store.name}-\${var.environment}-cpu"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 80
  period              = 300
  evaluation_periods  = 3
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.${label}.identifier
  }
}

output "${label}_database_endpoint" {
  value = aws_db_instance.${label}.endpoint
}
`;
}
