import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/** Where a template's parameter comes from in an issue form. */
export interface ParameterSource {
  /** Label of the field. */
  field: string;
  as: 'text' | 'user' | 'group';
}

/** One entry of `flows.issues`. */
export interface IssueFlow {
  host: string;
  owner: string;
  repo: string;
  /** `owner/repo`. */
  repository: string;
  label: string;
  approvedLabel: string;
  /** Full reference of the template. */
  templateRef: string;
  parameters: Record<string, ParameterSource>;
}

const KINDS = ['text', 'user', 'group'] as const;

/**
 * Reads `flows.issues`.
 *
 * @throws InputError that names the entry which is malformed
 */
export function readIssueFlows(config: RootConfigService): IssueFlow[] {
  return (config.getOptionalConfigArray('flows.issues') ?? []).map(
    (entry, index) => {
      const repository = entry.getString('repository');
      const [owner, repo, ...rest] = repository.split('/');
      if (!owner || !repo || rest.length > 0) {
        throw new InputError(
          `flows.issues[${index}].repository is '${repository}'; write it as owner/name.`,
        );
      }
      const parameters = entry.getConfig('parameters');
      return {
        host: entry.getOptionalString('host') ?? 'github.com',
        owner,
        repo,
        repository,
        label: entry.getString('label'),
        approvedLabel: entry.getOptionalString('approvedLabel') ?? 'approved',
        templateRef: `template:default/${entry.getString('template')}`,
        parameters: Object.fromEntries(
          parameters.keys().map(name => {
            const source = parameters.getConfig(name);
            const as = source.getOptionalString('as') ?? 'text';
            const kind = KINDS.find(known => known === as);
            if (!kind) {
              throw new InputError(
                `flows.issues[${index}].parameters.${name}.as is '${as}'; it may be ${KINDS.join(
                  ', ',
                )}.`,
              );
            }
            return [name, { field: source.getString('field'), as: kind }];
          }),
        ),
      };
    },
  );
}
