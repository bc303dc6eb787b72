import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import {
  approvalDecidePermission,
  approvalManagePermission,
  approvalReadAllPermission,
  approvalReadPermission,
} from '@portico/plugin-approvals-common';
import { costReadPermission } from '@portico/plugin-cost-common';
import type { Request } from 'express';
import { serviceViewer, type Viewer } from '../approvals/Viewer';
import type { Directory } from '../directory/Directory';

/** The one plugin that may ask in a person's name: it runs the tasks and knows who started them. */
const ASKING_PLUGIN = 'plugin:scaffolder';

/** Finds out who asks, and what the permission policy lets them do. */
export class Access {
  readonly #auth: AuthService;
  readonly #httpAuth: HttpAuthService;
  readonly #permissions: PermissionsService;
  readonly #directory: Directory;
  readonly #logger: LoggerService;

  constructor(options: {
    auth: AuthService;
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    directory: Directory;
    logger: LoggerService;
  }) {
    this.#auth = options.auth;
    this.#httpAuth = options.httpAuth;
    this.#permissions = options.permissions;
    this.#directory = options.directory;
    this.#logger = options.logger;
  }

  /** @throws NotAllowedError without the permission to read */
  async reader(request: Request): Promise<Viewer> {
    const credentials = await this.#httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    if (this.#auth.isPrincipal(credentials, 'service')) return serviceViewer;
    return this.#person(request, approvalReadPermission);
  }

  /** @throws NotAllowedError unless it is a person with this permission */
  async person(
    request: Request,
    permission: BasicPermission,
  ): Promise<Viewer & { user: string }> {
    return this.#person(request, permission);
  }

  /** @throws NotAllowedError unless the scaffolder asks */
  async task(request: Request): Promise<void> {
    const { principal } = await this.#httpAuth.credentials(request, {
      allow: ['service'],
    });
    if (principal.subject !== ASKING_PLUGIN) {
      throw new NotAllowedError(
        `Flows alone ask for approvals, not ${principal.subject}.`,
      );
    }
  }

  async #person(
    request: Request,
    permission: BasicPermission,
  ): Promise<Viewer & { user: string }> {
    const credentials = await this.#httpAuth.credentials(request, {
      allow: ['user'],
    });
    const [needed, ...others] = await this.#permissions.authorize(
      [
        { permission },
        { permission: approvalReadAllPermission },
        { permission: approvalDecidePermission },
        { permission: approvalManagePermission },
      ],
      { credentials },
    );
    if (needed.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The permission '${permission.name}' is missing. Ask the platform team.`,
      );
    }
    const [mayReadAll, mayDecide, mayManage] = others.map(
      ({ result }) => result === AuthorizeResult.ALLOW,
    );
    const user = credentials.principal.userEntityRef;
    const refs = await this.#directory.groupsOf(user);
    return {
      user,
      refs: refs.length ? refs : [user],
      mayReadAll,
      mayDecide,
      mayManage,
      maySeeCostOf: entityRef => this.#maySeeCost(entityRef, credentials),
    };
  }

  /** Asks the policy, and by way of it the cost plugin, whose entity it is; no where that can't be told. */
  async #maySeeCost(
    resourceRef: string,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    try {
      const [{ result }] = await this.#permissions.authorize(
        [{ permission: costReadPermission, resourceRef }],
        { credentials },
      );
      return result === AuthorizeResult.ALLOW;
    } catch (error) {
      this.#logger.warn(
        `Who may see what ${resourceRef} costs could not be found out, so it is not shown: ${
          (error as Error).message
        }`,
      );
      return false;
    }
  }
}
