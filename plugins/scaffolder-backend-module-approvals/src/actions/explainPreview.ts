import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ApprovalPreview } from '@portico/plugin-approvals-node';

/** Says in a dry run who would be asked. */
export function explainPreview(
  { requirements, names }: ApprovalPreview,
  logger: Pick<LoggerService, 'info'>,
): void {
  for (const { title, reasons, count, eligible } of requirements) {
    logger.info(
      `Would ask ${title} (${reasons.join('; ')}): ${count} of ${
        eligible.map(user => names[user]).join(', ') || 'nobody'
      }`,
    );
  }
}
