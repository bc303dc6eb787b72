import { InputError } from '@backstage/errors';
import type { ApplicationSource } from '@portico/plugin-argocd-node';
import type { JsonObject } from '@backstage/types';
import type { SourceInput } from '../actions/createApp.input';

/**
 * One source as Argo CD takes it.
 *
 * @param where how to call it in an error, e.g. `sources[0]`
 * @throws InputError
 */
export function buildSource(
  input: SourceInput,
  where: string,
): ApplicationSource {
  const { repoUrl, path, revision, ref, helm, kustomize, directory } = input;
  const chart = helm?.chart;
  checkRepoUrl(repoUrl, Boolean(chart));
  const kinds = Object.entries({ helm, kustomize, directory })
    .filter(([, value]) => value)
    .map(([key]) => key);
  if (kinds.length > 1) {
    throw new InputError(
      `${where} can be only one of ${kinds.join(' and ')}; keep one.`,
    );
  }
  if (chart && path) {
    throw new InputError(
      `${where} has a path and a helm.chart: a path is for git, a chart for a Helm repository. Keep one.`,
    );
  }
  if (chart && !revision) {
    throw new InputError(
      `${where} needs a revision: the version of the chart '${chart}'.`,
    );
  }
  if (!chart && !path && !ref) {
    throw new InputError(`${where} needs a path or a helm.chart.`);
  }
  if (path) checkPath(path, where);
  return {
    repoURL: repoUrl,
    targetRevision: revision ?? 'HEAD',
    ...(path ? { path: normalise(path) } : {}),
    ...(chart ? { chart } : {}),
    ...(ref ? { ref } : {}),
    ...(helm ? { helm: buildHelm(helm) } : {}),
    ...(kustomize ? { kustomize: withoutUndefined(kustomize) } : {}),
    ...(directory ? { directory: withoutUndefined(directory) } : {}),
  };
}

function buildHelm(helm: NonNullable<SourceInput['helm']>): JsonObject {
  const { releaseName, values, valueFiles, parameters } = helm;
  return withoutUndefined({
    releaseName,
    valuesObject: values,
    valueFiles,
    parameters,
  });
}

function checkRepoUrl(repoUrl: string, isChart: boolean) {
  if (/[?&]owner=/.test(repoUrl)) {
    throw new InputError(
      `repoUrl '${repoUrl}' is the form's notation; Argo CD needs the URL to clone from, e.g. the output remoteUrl of the step that made the repository.`,
    );
  }
  const isUrl =
    /^(https?|ssh|git):\/\/[^\s]+$/.test(repoUrl) ||
    /^[\w.-]+@[\w.-]+:[^\s]+$/.test(repoUrl);
  const isRegistry = isChart && /^[\w.-]+(:\d+)?(\/[\w./-]+)?$/.test(repoUrl);
  if (!isUrl && !isRegistry) {
    throw new InputError(
      `repoUrl '${repoUrl}' is not a repository's URL, e.g. https://github.com/mini-org/orders.git.`,
    );
  }
  if (/^https?:\/\/[^/@]*:[^/@]*@/.test(repoUrl)) {
    throw new InputError(
      'repoUrl carries a password. Give Argo CD its credentials for the repository instead.',
    );
  }
}

function checkPath(path: string, where: string) {
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw new InputError(
      `The path '${path}' of ${where} must lie within the repository: no leading '/', no '..'.`,
    );
  }
}

function normalise(path: string): string {
  return path.replace(/^(\.\/)+/, '').replace(/\/+$/, '') || '.';
}

function withoutUndefined(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value)) as JsonObject;
}
