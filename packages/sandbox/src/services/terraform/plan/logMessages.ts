import type { ChangeAction, PlannedChange, PlanResult } from '../types';
import { planSummary } from './renderPlan';

const UI_ACTIONS: Record<ChangeAction, string> = {
  'no-op': 'noop',
  create: 'create',
  update: 'update',
  replace: 'replace',
  delete: 'delete',
  read: 'read',
};

/** A resource as Terraform's machine-readable UI names it. See https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
export function uiResource(change: PlannedChange) {
  return {
    addr: change.address,
    module: change.module ?? '',
    resource: change.address.slice(
      change.module ? change.module.length + 1 : 0,
    ),
    implied_provider: change.type.split('_')[0],
    resource_type: change.type,
    resource_name: change.name,
    resource_key: change.index ?? null, // as Terraform writes it
  };
}

/** The lines of `terraform plan -json` after its refresh. */
export function planMessages(plan: PlanResult): object[] {
  const { add, change, destroy } = plan.summary;
  const planned = plan.changes.filter(
    c => c.action !== 'no-op' && c.action !== 'read',
  );
  const outputs = plan.outputs.filter(output => output.action !== 'no-op');
  return [
    ...planned.map(c => ({
      '@message': `${c.address}: Plan to ${UI_ACTIONS[c.action]}`,
      type: 'planned_change',
      change: {
        resource: uiResource(c),
        action: UI_ACTIONS[c.action],
        ...(c.replaceBecause.length > 0 ? { reason: 'cannot_update' } : {}),
      },
    })),
    {
      '@message': planSummary(plan),
      type: 'change_summary',
      changes: { add, change, import: 0, remove: destroy, operation: 'plan' },
    },
    ...(outputs.length > 0
      ? [
          {
            '@message': `Outputs: ${outputs.length}`,
            type: 'outputs',
            outputs: Object.fromEntries(
              outputs.map(o => [
                o.name,
                { sensitive: o.sensitive, action: o.action },
              ]),
            ),
          },
        ]
      : []),
  ];
}

type Verb = 'create' | 'update' | 'delete';
const VERBS: Record<Verb, [start: string, done: string]> = {
  create: ['Creating...', 'Creation complete'],
  update: ['Modifying...', 'Modifications complete'],
  delete: ['Destroying...', 'Destruction complete'],
};

/** The line that starts a change, for a person and for a machine. */
export function applyStart(change: PlannedChange, verb: Verb) {
  const id = verb === 'create' ? undefined : change.before?.id;
  const message = `${change.address}: ${VERBS[verb][0]}${
    id === undefined ? '' : ` [id=${id}]`
  }`;
  return {
    plain: [`\u001b[1m${message}\u001b[0m`],
    structured: [
      {
        '@message': message,
        type: 'apply_start',
        hook: {
          resource: uiResource(change),
          action: verb,
          ...(id === undefined ? {} : { id_key: 'id', id_value: id }),
        },
      },
    ],
  };
}

/** The line that ends it. */
export function applyComplete(
  change: PlannedChange,
  verb: Verb,
  seconds: number,
) {
  const id = verb === 'delete' ? undefined : change.result?.attributes.id;
  const message = `${change.address}: ${VERBS[verb][1]} after ${seconds}s${
    id === undefined ? '' : ` [id=${id}]`
  }`;
  return {
    plain: [`\u001b[1m${message}\u001b[0m`],
    structured: [
      {
        '@message': message,
        type: 'apply_complete',
        hook: {
          resource: uiResource(change),
          action: verb,
          ...(id === undefined ? {} : { id_key: 'id', id_value: id }),
          elapsed_seconds: seconds,
        },
      },
    ],
  };
}

/** What the simulated provider's refusal looks like. */
export function applyErrored(
  change: PlannedChange,
  verb: Verb,
  seconds: number,
) {
  const message = `${change.address}: ${
    verb === 'create' ? 'Creation' : 'Modifications'
  } errored after ${seconds}s`;
  return {
    plain: [],
    structured: [
      {
        '@message': message,
        type: 'apply_errored',
        hook: {
          resource: uiResource(change),
          action: verb,
          elapsed_seconds: seconds,
        },
      },
    ],
  };
}
