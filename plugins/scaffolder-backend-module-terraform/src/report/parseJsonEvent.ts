import type {
  ApplyAction,
  ResourceAction,
  TerraformEvent,
} from './TerraformEvent';

/** The parts that we read of https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
interface UiMessage {
  type?: string;
  change?: { resource: { addr: string }; action: string };
  changes?: { add: number; change: number; remove: number; operation: string };
  hook?: {
    resource: { addr: string };
    action: ApplyAction;
    elapsed_seconds?: number;
    id_value?: string;
  };
  diagnostic?: {
    severity: 'error' | 'warning';
    summary: string;
    detail?: string;
    address?: string;
    range?: { filename: string; start: { line: number } };
  };
}

/** Reads one line of Terraform's machine-readable UI; `undefined` for what needs no word. */
export function parseJsonEvent(message: UiMessage): TerraformEvent | undefined {
  const { type, change, changes, hook, diagnostic } = message;
  switch (type) {
    case 'planned_change':
      return change && change.action !== 'noop'
        ? {
            type: 'planned',
            address: change.resource.addr,
            action: change.action as ResourceAction,
          }
        : undefined;
    case 'change_summary':
      return changes?.operation === 'plan'
        ? {
            type: 'summary',
            changes: {
              add: changes.add,
              change: changes.change,
              destroy: changes.remove,
            },
          }
        : undefined;
    case 'apply_start':
      return (
        hook && {
          type: 'start',
          address: hook.resource.addr,
          action: hook.action,
        }
      );
    case 'apply_progress':
      return (
        hook && {
          type: 'progress',
          address: hook.resource.addr,
          action: hook.action,
          seconds: hook.elapsed_seconds ?? 0,
        }
      );
    case 'apply_complete':
      return (
        hook && {
          type: 'complete',
          address: hook.resource.addr,
          action: hook.action,
          seconds: hook.elapsed_seconds ?? 0,
          id: hook.id_value,
        }
      );
    case 'apply_errored':
      return (
        hook && {
          type: 'errored',
          address: hook.resource.addr,
          action: hook.action,
        }
      );
    case 'diagnostic': {
      if (!diagnostic) return undefined;
      const { severity, summary, detail, range, address } = diagnostic;
      const where = range ? `${range.filename}:${range.start.line}: ` : '';
      const of = address && !range ? `${address}: ` : '';
      return {
        type: 'diagnostic',
        severity,
        text: `${where}${of}${summary}${detail ? `. ${detail.trim()}` : ''}`,
      };
    }
    default:
      return undefined;
  }
}
