import type {
  CleanupState,
  LedgerRow as StoredRow,
  ProgressEntry,
} from '@portico/plugin-flows-common';

/** How the whole task stands. */
export type TaskState =
  | 'waiting'
  | 'running'
  | 'cancelling'
  | 'completed'
  | 'failed'
  | 'cancelled';

/** How one step stands. */
export type StepState =
  | 'waiting'
  | 'running'
  | 'completed'
  | 'failed'
  | 'skipped'
  | 'cancelled';

/** One step of the task as the page shows it. Times are milliseconds since the epoch. */
export interface StepView {
  /** Place among the steps, from 1. */
  number: number;
  id: string;
  name: string;
  /** Action id, e.g. `terraform:apply`. */
  action: string;
  state: StepState;
  startedAt?: number;
  endedAt?: number;
  /** One line on what it did or does. */
  summary?: string;
  progress?: ProgressEntry;
  /** Title of the section of the log that it is in, e.g. "Plan". */
  section?: string;
}

/** One line of the log, without the lines that the page draws otherwise. */
export interface LogLine {
  /** Unique within the task and stable over reloads. */
  key: string;
  at: number;
  stepId?: string;
  kind: 'text' | 'section' | 'detail';
  level: 'debug' | 'info' | 'ok' | 'warn' | 'error';
  text: string;
}

/** One thing that the task made, changed, found or removed. */
export interface LedgerRow
  extends Pick<
    StoredRow,
    'kind' | 'name' | 'url' | 'ifItFails' | 'outcome' | 'command' | 'message'
  > {
  key: string;
  stepId: string;
  stepName: string;
  at: number;
  /** `own` is removed if the task fails, `part` goes with something that is, and the rest stays. */
  fate: 'own' | 'part' | 'stays';
}

/** A place that the task leads to: there already, or to come. */
export interface LinkSlot {
  title: string;
  url?: string;
  entityRef?: string;
  /** Text of the link, e.g. "mini-org/gift-cards". */
  text?: string;
  /** Whether the thing behind the link is still being made. */
  underWay?: boolean;
  /** Number of the step after which it can be there. */
  afterStep?: number;
  /** Whether it was there and clean-up has removed it. */
  removed?: boolean;
  /** Whether it will not come, since its step did not run or the task ended. */
  missing?: boolean;
}

/** That the task was taken up again. */
export interface Resumption {
  at: number;
  /** Whether someone asked for it, else the server had stopped. */
  byPerson: boolean;
  /** Number of the first step that was not complete then. */
  fromStep: number;
}

/** Text that the task gives as a result. */
export interface OutputText {
  title?: string;
  content: string;
}

/** A task, told from its specification and its events. */
export interface TaskView {
  id: string;
  title: string;
  state: TaskState;
  steps: StepView[];
  /** The running step, else the one that failed, else the last that ran. */
  currentStep?: StepView;
  startedAt?: number;
  endedAt?: number;
  log: LogLine[];
  ledger: LedgerRow[];
  /** Removal of what it made; absent while it runs, when it ended well and before it begins. */
  cleanup?: CleanupState;
  links: LinkSlot[];
  texts: OutputText[];
  resumptions: Resumption[];
  /** Why it failed, in the words of the action. */
  failure?: { reason: string };
}
