import type { LoggerService } from '@backstage/backend-plugin-api';
import { flowLog } from '@portico/plugin-flows-common';
import type { ApplyResult, Changes, StepLedger } from '../TerraformExecutor';
import type { Redactor } from './Redactor';
import { resourceKind } from './resourceKind';
import type {
  ApplyAction,
  ResourceAction,
  TerraformEvent,
} from './TerraformEvent';

const SIGNS: Record<ResourceAction, string> = {
  create: '+',
  update: '~',
  replace: '±',
  delete: '-',
  read: '<',
};
const GERUNDS: Record<ApplyAction, string> = {
  create: 'creating',
  update: 'changing',
  delete: 'destroying',
};
const PARTICIPLES: Record<ApplyAction, string> = {
  create: 'created',
  update: 'changed',
  delete: 'destroyed',
};
const OUTCOMES = {
  create: 'made',
  update: 'changed',
  delete: 'removed',
} as const;
/** Tells a run in the task's log, short enough to be read, and in its ledger. */
export class RunReporter {
  readonly #logger: LoggerService;
  readonly #redactor: Redactor;
  readonly #note: StepLedger['note'];
  readonly #workspace: string;
  readonly #goesWith?: { kind: string; name: string };
  readonly #planned: { address: string; action: ResourceAction }[] = [];
  readonly #errors: string[] = [];
  #changes: Changes = { add: 0, change: 0, destroy: 0 };
  #done = 0;

  /** @param options.goesWith what the resources are destroyed with if the task fails; else they stay */
  constructor(options: {
    logger: LoggerService;
    redactor: Redactor;
    note: StepLedger['note'];
    workspace: string;
    goesWith?: { kind: string; name: string };
  }) {
    this.#logger = options.logger;
    this.#redactor = options.redactor;
    this.#note = options.note;
    this.#workspace = options.workspace;
    this.#goesWith = options.goesWith;
  }

  /** As the plan counted them. */
  get changes(): Changes {
    return this.#changes;
  }

  /** What Terraform called an error, with file and line. */
  get errors(): string[] {
    return this.#errors;
  }

  async report(events: TerraformEvent[]): Promise<void> {
    for (const event of events) {
      this.#tell(event);
      await this.#keep(event);
    }
  }

  /** The plan in a line and a line per resource. */
  tellPlan(): void {
    const { add, change, destroy } = this.#changes;
    const changes = this.#planned.filter(({ action }) => action !== 'read');
    if (add + change + destroy === 0) {
      this.#logger.info(
        'Plan: no changes; what is there matches the configuration',
      );
      return;
    }
    this.#logger.info(
      `Plan: ${add} to add, ${change} to change, ${destroy} to destroy (+${add} ~${change} -${destroy})`,
    );
    for (const { address, action } of changes)
      this.#logger.info(`  ${SIGNS[action]} ${address}`);
  }

  /** The step's last line: what changed and what it costs, e.g. `+2 ~0 -0, 17.34 USD a month`. */
  tellEnd(options: {
    planOnly: boolean;
    monthlyCost?: ApplyResult['monthlyCost'];
  }): void {
    const { planOnly, monthlyCost } = options;
    const { add, change, destroy } = this.#changes;
    const message = [
      `${planOnly ? 'Planned ' : ''}+${add} ~${change} -${destroy}`,
      monthlyCost &&
        `${monthlyCost.after.toFixed(2)} ${monthlyCost.currency} a month`,
    ];
    const total = Math.max(this.#done, 1);
    this.#logger.info(
      flowLog.progress({
        done: total,
        total,
        message: message.filter(Boolean).join(', '),
      }),
    );
  }

  #tell(event: TerraformEvent): void {
    switch (event.type) {
      case 'planned':
        this.#planned.push(event);
        break;
      case 'summary':
        this.#changes = event.changes;
        break;
      case 'start':
        this.#logger.info(`${event.address}: ${GERUNDS[event.action]}`);
        this.#progress(`${event.address} ${GERUNDS[event.action]}`);
        break;
      case 'progress':
        this.#logger.info(
          `${event.address}: still ${GERUNDS[event.action]}, ${
            event.seconds
          } s`,
        );
        this.#progress(
          `${event.address} ${GERUNDS[event.action]} for ${event.seconds} s`,
        );
        break;
      case 'complete':
        this.#done += 1;
        this.#logger.info(
          this.#redactor.redact(
            `${event.address}: ${PARTICIPLES[event.action]} after ${
              event.seconds
            } s${event.id ? `  id=${event.id}` : ''}`,
          ),
        );
        this.#progress(`${event.address} ${PARTICIPLES[event.action]}`);
        break;
      case 'errored':
        this.#logger.error(`${event.address}: ${GERUNDS[event.action]} failed`);
        break;
      case 'diagnostic': {
        const text = this.#redactor.redact(event.text.replace(/\s+/g, ' '));
        if (event.severity === 'error') {
          this.#errors.push(text);
          this.#logger.error(text);
        } else {
          this.#logger.warn(text);
        }
        break;
      }
      default:
        this.#logger.info(this.#redactor.redact(event.text));
    }
  }

  /** What was made, changed or destroyed, for the ledger. */
  async #keep(event: TerraformEvent): Promise<void> {
    const begins = event.type === 'start' && event.action === 'create';
    if (!begins && event.type !== 'complete') return;
    const partOf = this.#goesWith;
    await this.#note(begins ? 'making' : OUTCOMES[event.action], {
      kind: resourceKind(event.address),
      name: `${this.#workspace}/${event.address}`,
      ifItFails: partOf ? 'destroyed' : 'stays in the workspace',
      ...(partOf && event.action === 'create' ? { partOf } : {}),
    });
  }

  #progress(message: string): void {
    const { add, change, destroy } = this.#changes;
    const total = Math.max(this.#done, add + change + destroy);
    if (total > 0)
      this.#logger.info(flowLog.progress({ done: this.#done, total, message }));
  }
}
