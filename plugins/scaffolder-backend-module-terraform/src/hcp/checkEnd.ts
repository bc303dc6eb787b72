import { ConflictError, InputError } from '@backstage/errors';
import type { RunReporter } from '../report/RunReporter';
import type { Resource, RunAttributes } from './jsonApi';
import { FAILED } from './queueRun';

/** @throws InputError with Terraform's reasons, ConflictError where somebody ended the run */
export function checkEnd(
  { id, attributes: { status } }: Resource<RunAttributes>,
  phase: 'plan' | 'apply',
  { reporter, url }: { reporter: RunReporter; url: string },
): void {
  if (!FAILED.includes(status)) return;
  if (status === 'errored') {
    const reasons =
      reporter.errors.length > 0
        ? reporter.errors.join('; ')
        : 'its log gives no reason';
    throw new InputError(
      `Terraform could not ${phase} the configuration (run ${id}): ${reasons}. See ${url}`,
    );
  }
  throw new ConflictError(
    `Run ${id} was ${status.replace(
      '_',
      '-',
    )} in HCP Terraform; nothing more was applied. See ${url}`,
  );
}
