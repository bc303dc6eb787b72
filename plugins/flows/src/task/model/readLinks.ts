import type {
  ScaffolderOutputLink,
  ScaffolderTask,
} from '@backstage/plugin-scaffolder-react';
import { linkText } from './linkText';
import type {
  LedgerRow,
  LinkSlot,
  LogLine,
  StepView,
  TaskState,
} from './TaskView';

const STEP_REFERENCE = /steps(?:\.([\w-]+)|\[\s*['"]([^'"]+)['"]\s*\])/g;
const RUN_URL = /https?:\/\/\S+\/runs\/[\w-]+/;
const OVER: TaskState[] = ['completed', 'failed', 'cancelled'];

/** Words that other systems use for what a link's title says. */
const SYNONYMS: Record<string, string> = { ci: 'workflow', page: 'entity' };

function words(text: string): string[] {
  return text
    .toLocaleLowerCase('en-US')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .map(word => SYNONYMS[word] ?? word);
}

/** Whether a ledger row's kind ("Terraform run") is what a link's title announces. */
function isSameThing(title: string, kind: string): boolean {
  const a = words(title);
  const b = words(kind);
  return (
    a.length > 0 && (a.every(w => b.includes(w)) || b.every(w => a.includes(w)))
  );
}

function outputLinks(output: unknown): ScaffolderOutputLink[] {
  const links = (output as { links?: unknown } | undefined)?.links;
  return Array.isArray(links) ? links : [];
}

/** The last step that a template expression takes something from. */
function lastStep(
  link: ScaffolderOutputLink,
  steps: StepView[],
): StepView | undefined {
  const expression = `${link.url ?? ''} ${link.entityRef ?? ''}`;
  const ids = [...expression.matchAll(STEP_REFERENCE)].map(
    match => match[1] ?? match[2],
  );
  return steps.filter(step => ids.includes(step.id)).at(-1);
}

/** A run of CI or Terraform whose page a line of the log names, where the ledger has none of it. */
function runInLog(
  title: string,
  step: StepView | undefined,
  log: LogLine[],
): { url: string; text: string } | undefined {
  if (!step || !words(title).includes('run')) return undefined;
  for (const line of log) {
    const url =
      line.stepId === step.id ? RUN_URL.exec(line.text)?.[0] : undefined;
    if (url) {
      const id = url.replace(/^.*\//, '');
      return { url, text: /#\d+/.exec(line.text)?.[0] ?? id };
    }
  }
  return undefined;
}

/** A run is called by its id, not by where it runs. */
function textOf({ name, url }: LedgerRow): string {
  return url && RUN_URL.test(url) ? url.replace(/^.*\//, '') : name;
}

/** A run is there at once and goes on while its step does. */
function isUnderWay({ outcome, url }: LedgerRow, step?: StepView): boolean {
  const isRun = url !== undefined && RUN_URL.test(url);
  return outcome === 'making' || (isRun && step?.state === 'running');
}

/** Whether the page lies in something that is removed, e.g. a run in its repository. */
function isGone(url: string, ledger: LedgerRow[]): boolean {
  return ledger.some(
    row =>
      row.outcome === 'removed' && row.url && url.startsWith(`${row.url}/`),
  );
}

/**
 * The links of a task. What the template announces in `output.links` has a place from the beginning;
 * it is filled by the first line of the ledger about that thing, at the latest by the task's output.
 */
export function readLinks(options: {
  task: ScaffolderTask;
  output: unknown;
  steps: StepView[];
  ledger: LedgerRow[];
  log: LogLine[];
  state: TaskState;
}): LinkSlot[] {
  const { task, output, steps, ledger, log, state } = options;
  const results = outputLinks(output);
  const announced = outputLinks(task.spec.output);
  const over = OVER.includes(state);

  // In the order in which they appear; those of no step come at the end.
  const inOrder = announced
    .map(link => ({ link, step: lastStep(link, steps) }))
    .sort(
      (a, b) =>
        (a.step?.number ?? Infinity) - (b.step?.number ?? Infinity) || 0,
    );
  const slots = inOrder.map(({ link, step }): LinkSlot => {
    const title = link.title ?? 'Link';
    // A link whose condition is empty comes back without an address.
    const result = results.find(
      candidate =>
        candidate.title === link.title &&
        (candidate.url || candidate.entityRef),
    );
    const row = ledger.find(
      candidate =>
        candidate.url &&
        (!step || candidate.stepId === step.id) &&
        isSameThing(title, candidate.kind),
    );
    if (result) {
      return {
        title,
        url: result.url,
        entityRef: result.entityRef,
        text:
          (row && textOf(row)) ??
          runInLog(title, step, log)?.text ??
          linkText(result),
        underWay: row?.outcome === 'making' && !over,
      };
    }
    if (row?.outcome === 'removed') return { title, removed: true };
    if (row) {
      return {
        title,
        url: row.url,
        text: textOf(row),
        underWay: isUnderWay(row, step) && !over,
      };
    }
    const run = runInLog(title, step, log);
    if (run && isGone(run.url, ledger)) return { title, removed: true };
    if (run) return { title, ...run, underWay: step?.state === 'running' };
    return {
      title,
      afterStep: step?.number,
      missing: over || step?.state === 'skipped',
    };
  });
  const unannounced = results
    .filter(result => !announced.some(link => link.title === result.title))
    .map(
      (result): LinkSlot => ({
        title: result.title ?? 'Link',
        url: result.url,
        entityRef: result.entityRef,
        text: linkText(result),
      }),
    );
  return [...slots, ...unannounced].filter(
    slot => !(slot.missing && state === 'completed'),
  );
}
