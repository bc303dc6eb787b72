import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Approval } from '@portico/plugin-approvals-common';
import { flowLog } from '@portico/plugin-flows-common';
import { waiting } from './conclude';

/** Tells in the task's log how far an approval is, each thing once. */
export class ProgressLog {
  readonly #logger: Pick<LoggerService, 'info'>;
  readonly #told = new Set<string>();

  constructor(logger: Pick<LoggerService, 'info'>) {
    this.#logger = logger;
  }

  tell(approval: Approval): void {
    const { requirements, decisions, names, expiresAt } = approval;
    for (const { decision, person, requirementId, comment } of decisions) {
      const role = requirements.find(({ id }) => id === requirementId)?.title;
      this.#once(
        `${names[person]} ${
          decision === 'approve' ? 'approved' : 'refused'
        } for ${role}${comment ? `: “${comment}”` : ''}`,
      );
    }
    if (approval.state === 'approved') {
      const total = requirements.length;
      const by = decisions.map(({ person }) => names[person]).join(', ');
      const message = `agreed by ${by}`;
      this.#once(flowLog.progress({ done: total, total, message }));
    }
    if (approval.state !== 'waiting') return;
    const people = requirements
      .filter(({ met }) => !met)
      .flatMap(({ eligible }) => eligible)
      .map(user => names[user]);
    this.#once(
      flowLog.progress({
        done: requirements.filter(({ met }) => met).length,
        total: requirements.length,
        message: `waits for ${waiting(approval)} (${[...new Set(people)].join(
          ', ',
        )}) until ${minute(expiresAt)}`,
      }),
    );
  }

  #once(line: string): void {
    if (this.#told.has(line)) return;
    this.#told.add(line);
    this.#logger.info(line);
  }
}

/** `2026-11-22 08:07 UTC` */
function minute(at: string): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
