import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EventsService } from '@backstage/plugin-events-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { SignalsService } from '@backstage/plugin-signals-node';
import type { EmailSender } from '@portico/plugin-email-node';
import { ApprovalDecisions } from './approvals/ApprovalDecisions';
import { ApprovalReader } from './approvals/ApprovalReader';
import { ApprovalRequests } from './approvals/ApprovalRequests';
import { ApprovalWithdrawals } from './approvals/ApprovalWithdrawals';
import { Escalator } from './approvals/Escalator';
import { Reminders } from './approvals/Reminders';
import { RequestDrafter } from './approvals/RequestDrafter';
import { Timekeeper } from './approvals/Timekeeper';
import type { ApprovalsConfig } from './config/ApprovalsConfig';
import type { EntityCosts } from './cost/EntityCosts';
import { Delegations } from './delegations/Delegations';
import { DelegationStore } from './delegations/DelegationStore';
import { Announcer } from './delivery/Announcer';
import { MessageComposer } from './delivery/MessageComposer';
import { Outbox } from './delivery/Outbox';
import type { Directory } from './directory/Directory';
import { Eligibility } from './eligibility/Eligibility';
import { ApprovalSearch } from './store/ApprovalSearch';
import type { ApprovalStore } from './store/ApprovalStore';

/** What approvals are made of, apart from HTTP and the clock that calls. */
export function createApprovals(options: {
  config: ApprovalsConfig;
  store: ApprovalStore;
  costs: EntityCosts;
  directory: Directory;
  notifications: NotificationService;
  email: EmailSender;
  events: EventsService;
  signals: SignalsService;
  auditor: AuditorService;
  logger: LoggerService;
  appUrl: string;
  now?: () => Date;
}) {
  const { config, store, directory, email, now = () => new Date() } = options;
  const delegationStore = new DelegationStore(store.knex);
  const shared = {
    ...options,
    now,
    eligibility: new Eligibility({
      directory,
      delegations: delegationStore,
      onePersonMayFillSeveral: config.onePersonMayFillSeveral,
      now,
    }),
    composer: new MessageComposer({ ...options, mails: email.isConfigured }),
    outbox: new Outbox({ ...options, knex: store.knex, now }),
    search: new ApprovalSearch(store.knex),
  };
  const announced = { ...shared, announcer: new Announcer(shared) };
  const reader = new ApprovalReader(announced);
  const reminders = new Reminders(announced);
  return {
    reader,
    reminders,
    outbox: shared.outbox,
    requests: new ApprovalRequests({
      ...announced,
      reader,
      drafter: new RequestDrafter(announced),
    }),
    decisions: new ApprovalDecisions(announced),
    withdrawals: new ApprovalWithdrawals(announced),
    delegations: new Delegations({
      store: delegationStore,
      directory,
      rules: config.rules,
      now,
    }),
    timekeeper: new Timekeeper({
      ...announced,
      reminders,
      escalator: new Escalator({
        ...announced,
        escalation: config.escalation,
      }),
      pace: {
        remindAtPercent: config.remindAtPercent,
        escalateAtPercent: config.escalation?.atPercent,
      },
    }),
  };
}
