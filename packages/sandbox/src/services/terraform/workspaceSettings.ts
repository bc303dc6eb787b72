import type { Workspace } from './types';

/** A workspace's settings as a request gives them, the others as they are, or as a new workspace has them. */
export function workspaceSettings(
  attributes: Record<string, unknown>,
  current?: Workspace,
) {
  const given = <T>(key: string, fallback: T) =>
    key in attributes ? ((attributes[key] ?? undefined) as T) : fallback;
  return {
    description: given('description', current?.description),
    autoApply: given('auto-apply', current?.autoApply ?? false),
    allowDestroyPlan: given(
      'allow-destroy-plan',
      current?.allowDestroyPlan ?? true,
    ),
    executionMode: given('execution-mode', current?.executionMode ?? 'remote'),
    terraformVersion:
      given('terraform-version', current?.terraformVersion ?? '1.11.4') ??
      '1.11.4',
    workingDirectory:
      given('working-directory', current?.workingDirectory ?? '') ?? '',
    structuredRunOutput: given(
      'structured-run-output-enabled',
      current?.structuredRunOutput ?? true,
    ),
    sourceName: given('source-name', current?.sourceName),
    sourceUrl: given('source-url', current?.sourceUrl),
  };
}
