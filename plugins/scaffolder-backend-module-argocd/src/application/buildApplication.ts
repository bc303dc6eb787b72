import { InputError } from '@backstage/errors';
import type {
  ApplicationSource,
  NewApplication,
} from '@portico/plugin-argocd-node';
import type { CreateAppInput } from '../actions/createApp.input';
import { buildSource } from './buildSource';
import { isMark } from './ownershipMark';

const FINALIZER = 'resources-finalizer.argocd.argoproj.io';
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

/**
 * The application that the input describes, without the mark of who made it.
 *
 * @throws InputError that names the field and what it may be, before anything is asked or made
 */
export function buildApplication(input: CreateAppInput): NewApplication {
  const { name, finalizer = true, project = 'default', syncPolicy } = input;
  if (!DNS_LABEL.test(name)) {
    throw new InputError(
      `'${name}' is not a name for an application: use lower-case letters, digits and hyphens, at most 63, e.g. orders-api.`,
    );
  }
  checkLabels(input);
  const timeout = input.timeoutMinutes ?? 10;
  if (!(timeout > 0 && timeout <= 120)) {
    throw new InputError(
      `timeoutMinutes must be more than 0 and at most 120, not ${timeout}.`,
    );
  }
  return {
    metadata: {
      name,
      labels: { ...input.labels },
      annotations: { ...input.annotations },
      finalizers: finalizer ? [FINALIZER] : [],
    },
    spec: {
      project,
      ...buildSources(input),
      destination: buildDestination(input.destination),
      ...(syncPolicy ? { syncPolicy } : {}),
    },
  };
}

function buildSources(
  input: CreateAppInput,
): { source: ApplicationSource } | { sources: ApplicationSource[] } {
  const { repoUrl, path, revision, helm, kustomize, directory } = input;
  const single = { path, revision, helm, kustomize, directory };
  if (!input.sources) {
    if (!repoUrl) {
      throw new InputError(
        'Say where the manifests are: repoUrl with path (or helm.chart), or sources.',
      );
    }
    return { source: buildSource({ repoUrl, ...single }, 'the source') };
  }
  const clash = Object.entries({ repoUrl, ...single }).find(
    ([, value]) => value !== undefined,
  );
  if (clash) {
    throw new InputError(
      `${clash[0]} and sources exclude each other: move ${clash[0]} into one of the sources.`,
    );
  }
  if (input.sources.length === 0) {
    throw new InputError('sources is empty; name at least one.');
  }
  const sources = input.sources.map((source, index) =>
    buildSource(source, `sources[${index}]`),
  );
  if (!sources.some(source => source.path || source.chart)) {
    throw new InputError(
      'None of the sources has a path or a helm.chart, so there is nothing to deploy.',
    );
  }
  return { sources };
}

function buildDestination(destination: CreateAppInput['destination']) {
  const { server, name, namespace } = destination;
  if (server && name) {
    throw new InputError(
      'destination.server and destination.name exclude each other; keep one.',
    );
  }
  if (!server && !name) {
    throw new InputError(
      'destination needs the cluster: server, e.g. https://kubernetes.default.svc, or name, e.g. in-cluster.',
    );
  }
  if (!DNS_LABEL.test(namespace)) {
    throw new InputError(
      `destination.namespace '${namespace}' is not a valid namespace.`,
    );
  }
  return { ...(server ? { server } : { name }), namespace };
}

function checkLabels({ labels = {}, annotations = {} }: CreateAppInput) {
  const reserved = Object.keys({ ...labels, ...annotations }).find(key =>
    isMark(key),
  );
  if (reserved) {
    throw new InputError(
      `'${reserved}' is set by Portico itself; leave it out.`,
    );
  }
  for (const [key, value] of Object.entries(labels)) {
    if (!LABEL_VALUE.test(value)) {
      throw new InputError(
        `The label ${key} has a value that Kubernetes refuses: use at most 63 letters, digits, '-', '_' and '.'.`,
      );
    }
  }
}
