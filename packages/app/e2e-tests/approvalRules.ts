import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const CONFIG = join(__dirname, '..', '..', '..', 'app-config.yaml');

/** Minutes within which the browser tests' approvals of staging have to be decided. */
export const EXPIRES_IN_MINUTES = 1;

/**
 * `approvals.rules` as everyone gets them, and two that let a test see in a minute what takes a day:
 * queues in production ask the platform team beside the owner, and what is asked for staging soon expires.
 */
export function approvalRules(): object[] {
  const { approvals } = parse(readFileSync(CONFIG, 'utf8'));
  return [
    ...approvals.rules,
    {
      name: 'production-queues',
      because: 'queues are run by the platform team',
      when: { environment: 'production', resourceType: 'aws_sqs_queue' },
      requires: [{ group: 'platform-admins', title: 'Platform' }],
    },
    {
      name: 'staging-queues',
      because: 'a queue in staging asks its owner',
      when: { environment: 'staging', resourceType: 'aws_sqs_queue' },
      requires: [{ role: 'owner' }],
      expiresInHours: EXPIRES_IN_MINUTES / 60,
    },
  ];
}
