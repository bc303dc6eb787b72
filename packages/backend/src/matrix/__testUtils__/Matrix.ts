import { mockCredentials } from '@backstage/backend-test-utils';
import { actionExecutePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { Input } from './inputs';
import { Outbound } from './Outbound';
import { personOf, targetOf, type Role, type Target } from './people';
import { runStep } from './runStep';
import type { Portal } from './startPortal';

/** What became of a step. */
export interface Attempt {
  /** Whether the action said that the person may not. */
  refused: boolean;
  error?: Error;
  /** Ports that the step tried to reach. */
  tried: string[];
  /** Audit events, e.g. `terraform-apply failed`. */
  audit: string[];
}

/** Tries actions as each role. */
export class Matrix {
  static async start(portal: Portal, workspacePath: string): Promise<Matrix> {
    return new Matrix(portal, workspacePath, await Outbound.start(portal.url));
  }

  private constructor(
    private readonly portal: Portal,
    private readonly workspacePath: string,
    private readonly outbound: Outbound,
  ) {}

  /** Ids of the actions that the runner lets this role call. */
  async runnable(role: Role): Promise<string[]> {
    const [decision] = await this.portal.permissions.authorizeConditional(
      [{ permission: actionExecutePermission }],
      { credentials: mockCredentials.user(personOf(role)) },
    );
    const all = [...this.portal.actions.keys()];
    if (decision.result === AuthorizeResult.ALLOW) return all;
    if (!('conditions' in decision)) return [];
    const named = JSON.stringify(decision.conditions);
    return all.filter(id => named.includes(`{"actionId":"${id}"}`));
  }

  /**
   * How far an action obeys a role: towards what their own team owns, towards anything, or not at all.
   *
   * @throws if the action neither refused nor began to work, or if it reached something and then refused
   */
  async reachOf(
    id: string,
    role: Role,
    input: Input,
  ): Promise<'own' | 'any' | undefined> {
    if (!(await this.runnable(role)).includes(id)) return undefined;
    const may = async (whose: 'own' | 'foreign') => {
      const target = targetOf(role, whose);
      const attempt = await this.call(id, role, input, target);
      const { refused, tried, error } = attempt;
      const worked = tried.length > 0 || !error;
      if (refused !== worked) return worked;
      throw new Error(
        `${id} on ${target.name} for ${role} reached '${tried}' and ended with ${error}`,
      );
    };
    const own = await may('own');
    if (await may('foreign')) return own ? 'any' : undefined;
    return own ? 'own' : undefined;
  }

  /** Calls the action itself, whatever the runner says. */
  async call(
    id: string,
    role: Role,
    input: Input,
    target: Target,
  ): Promise<Attempt> {
    const { actions, audit } = this.portal;
    const action = actions.get(id)!;
    audit.entries = [];
    const { error, tried } = await this.outbound.during(signal =>
      runStep(
        action,
        { ...input(target), ...ownership(action, target) },
        { role, workspacePath: this.workspacePath, signal },
      ),
    );
    return {
      refused: error?.name === 'NotAllowedError',
      error,
      tried,
      audit: audit.entries
        .filter(({ meta }) => meta?.taskId)
        .map(({ eventId, outcome }) => `${eventId} ${outcome}`),
    };
  }

  end(): void {
    this.outbound.end();
  }
}

/** Whose the target is, in those inputs with which the action takes it. */
function ownership(action: TemplateAction, target: Target): JsonObject {
  const { entityRef, owner } = target;
  const known = action.schema?.input?.properties ?? {};
  return Object.fromEntries(
    Object.entries({ entityRef, owner }).filter(([key]) => key in known),
  );
}
