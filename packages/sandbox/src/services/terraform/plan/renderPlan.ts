import type { Known } from '../hcl/Value';
import type {
  ChangeAction,
  PlannedChange,
  PlannedOutput,
  PlanResult,
} from '../types';
import { renderValue } from './renderValue';

const GREEN = '\u001b[32m+\u001b[0m';
const YELLOW = '\u001b[33m~\u001b[0m';
const RED = '\u001b[31m-\u001b[0m';
const BOTH = '\u001b[31m-\u001b[0m/\u001b[32m+\u001b[0m';
const bold = (text: string) => `\u001b[1m${text}\u001b[0m`;

const HEADINGS: Record<
  ChangeAction,
  [sign: string, sentence: string, legend: string]
> = {
  create: [`  ${GREEN}`, 'will be created', 'create'],
  update: [`  ${YELLOW}`, 'will be updated in-place', 'update in-place'],
  replace: [BOTH, 'must be replaced', 'destroy and then create replacement'],
  delete: [`  ${RED}`, 'will be destroyed', 'destroy'],
  read: ['', '', ''],
  'no-op': ['', '', ''],
};

const UNKNOWN_TEXT = '(known after apply)';
const SENSITIVE_TEXT = '(sensitive value)';

/** "Plan: 3 to add, 0 to change, 0 to destroy." */
export function planSummary({ summary }: PlanResult): string {
  const { add, change, destroy } = summary;
  return `Plan: ${add} to add, ${change} to change, ${destroy} to destroy.`;
}

/** True if an apply would do nothing. */
export function isEmptyPlan({ changes, outputs }: PlanResult): boolean {
  return (
    changes.every(c => c.action === 'no-op' || c.action === 'read') &&
    outputs.every(output => output.action === 'no-op')
  );
}

/** The plan as `terraform plan` prints it. */
export function renderPlan(plan: PlanResult): string[] {
  if (isEmptyPlan(plan)) {
    return [
      bold(
        '\u001b[32mNo changes.\u001b[0m Your infrastructure matches the configuration.',
      ),
      '',
      'Terraform has compared your real infrastructure against your configuration',
      'and found no differences, so no changes are needed.',
    ];
  }
  const changes = plan.changes.filter(c => HEADINGS[c.action][0]);
  const lines: string[] = [];
  if (changes.length > 0) {
    lines.push(
      'Terraform used the selected providers to generate the following execution',
      'plan. Resource actions are indicated with the following symbols:',
    );
    for (const action of ['create', 'update', 'delete', 'replace'] as const) {
      const [sign, , legend] = HEADINGS[action];
      if (changes.some(c => c.action === action))
        lines.push(`${sign} ${legend}`);
    }
    lines.push('', 'Terraform will perform the following actions:', '');
    for (const change of changes) lines.push(...renderChange(change), '');
  }
  lines.push(bold(planSummary(plan)));
  const outputs = plan.outputs.filter(output => output.action !== 'no-op');
  if (outputs.length > 0) {
    lines.push('', 'Changes to Outputs:', ...outputs.map(renderOutput));
  }
  return lines;
}

function renderChange(change: PlannedChange): string[] {
  const [sign, sentence] = HEADINGS[change.action];
  const keys = [
    ...new Set([
      ...Object.keys(change.before ?? {}),
      ...Object.keys(change.after ?? {}),
      ...change.unknown,
    ]),
  ].sort();
  const width = Math.max(0, ...keys.map(key => key.length));
  const heading = bold(`  # ${change.address}`);
  const rows = keys
    .map(key => renderAttribute(change, key, width))
    .filter(row => row !== undefined);
  const unchanged = keys.length - rows.length;
  if (unchanged > 0 && change.action !== 'create') {
    rows.push(
      `        # (${unchanged} unchanged ${
        unchanged === 1 ? 'attribute' : 'attributes'
      } hidden)`,
    );
  }
  return [
    `${heading} ${sentence}`,
    `${sign} resource "${change.type}" "${change.name}" {`,
    ...rows,
    '    }',
  ];
}

function renderAttribute(
  change: PlannedChange,
  key: string,
  width: number,
): string | undefined {
  const { action, before = {}, after = {} } = change;
  const show = (value: Known | undefined) => {
    if (change.sensitive.includes(key)) return SENSITIVE_TEXT;
    return value === undefined ? 'null' : renderValue(value, 6);
  };
  const label = key.padEnd(width);
  const next = change.unknown.includes(key) ? UNKNOWN_TEXT : show(after[key]);
  if (action === 'create') return `      ${GREEN} ${label} = ${next}`;
  if (action === 'delete')
    return `      ${RED} ${label} = ${show(before[key])} -> null`;
  const isUnknown = change.unknown.includes(key);
  const same =
    !isUnknown && JSON.stringify(before[key]) === JSON.stringify(after[key]);
  if (same)
    return key === 'id' ? `        ${label} = ${show(before[key])}` : undefined;
  const because = change.replaceBecause.includes(key)
    ? ' \u001b[31m# forces replacement\u001b[0m'
    : '';
  if (!(key in before)) return `      ${GREEN} ${label} = ${next}${because}`;
  if (!isUnknown && !(key in after))
    return `      ${RED} ${label} = ${show(before[key])} -> null${because}`;
  return `      ${YELLOW} ${label} = ${show(before[key])} -> ${next}${because}`;
}

function renderOutput(output: PlannedOutput): string {
  const { action, name, before, after, unknown, sensitive } = output;
  const show = (value: Known | undefined) =>
    sensitive ? SENSITIVE_TEXT : renderValue(value ?? null, 2);
  const next = unknown && !sensitive ? UNKNOWN_TEXT : show(after);
  if (action === 'create') return `  ${GREEN} ${name} = ${next}`;
  if (action === 'delete') return `  ${RED} ${name} = ${show(before)} -> null`;
  return `  ${YELLOW} ${name} = ${show(before)} -> ${next}`;
}
