import type { Manifest } from '../types';
import type { Kustomization } from './types';

const CLUSTER_KINDS = [
  'Namespace',
  'Node',
  'PersistentVolume',
  'ClusterRole',
  'ClusterRoleBinding',
  'CustomResourceDefinition',
  'StorageClass',
  'PriorityClass',
  'IngressClass',
];
const WITH_SELECTOR = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

type Node = { [key: string]: unknown };
type Labels = Record<string, string>;

/** The transformers that need no files, in kustomize's order. */
export function transform(
  manifests: Manifest[],
  options: Kustomization,
): Manifest[] {
  const result = structuredClone(manifests);
  const { namespace, namePrefix = '', nameSuffix = '' } = options;
  const renamed = new Map<string, string>();
  for (const object of result) {
    object.metadata ??= {};
    if (namespace && !CLUSTER_KINDS.includes(object.kind)) {
      object.metadata.namespace = namespace;
    }
    if (namespace && object.kind === 'Namespace') {
      object.metadata.name = namespace;
    }
    const { name = '' } = object.metadata;
    if ((namePrefix || nameSuffix) && object.kind !== 'Namespace') {
      object.metadata.name = `${namePrefix}${name}${nameSuffix}`;
      renamed.set(`${object.kind}/${name}`, object.metadata.name);
    }
    if (options.commonAnnotations) {
      object.metadata.annotations = {
        ...object.metadata.annotations,
        ...options.commonAnnotations,
      };
      const template = templateOf(object);
      if (template) annotate(template, options.commonAnnotations);
    }
    if (options.commonLabels)
      addLabels(object, options.commonLabels, true, true);
    for (const {
      pairs,
      includeSelectors,
      includeTemplates,
    } of options.labels ?? []) {
      addLabels(
        object,
        pairs,
        Boolean(includeSelectors),
        Boolean(includeTemplates),
      );
    }
    setReplicas(object, name, options);
    setImages(object as unknown as Node, options);
  }
  for (const object of result) {
    renameIn(object.spec, (kind, name) => renamed.get(`${kind}/${name}`));
  }
  return result;
}

interface Template {
  metadata?: { labels?: Labels; annotations?: Labels };
}

function templateOf(object: Manifest): Template | undefined {
  const spec = object.spec as
    | { template?: Template; jobTemplate?: { spec?: { template?: Template } } }
    | undefined;
  return object.kind === 'CronJob'
    ? spec?.jobTemplate?.spec?.template
    : spec?.template;
}

function annotate(template: Template, annotations: Labels) {
  template.metadata = {
    ...template.metadata,
    annotations: { ...template.metadata?.annotations, ...annotations },
  };
}

function addLabels(
  object: Manifest,
  labels: Labels,
  selectors: boolean,
  templates: boolean,
) {
  object.metadata.labels = { ...object.metadata.labels, ...labels };
  const template = templateOf(object);
  if (template && (selectors || templates)) {
    template.metadata = {
      ...template.metadata,
      labels: { ...template.metadata?.labels, ...labels },
    };
  }
  if (!selectors) return;
  const spec = object.spec as
    | { selector?: { matchLabels?: Labels } & Labels }
    | undefined;
  if (object.kind === 'Service' && spec?.selector) {
    Object.assign(spec.selector, labels);
  } else if (WITH_SELECTOR.includes(object.kind) && spec?.selector) {
    spec.selector.matchLabels = {
      ...spec.selector.matchLabels,
      ...labels,
    };
  }
}

function setReplicas(object: Manifest, name: string, options: Kustomization) {
  const wanted = options.replicas?.find(replica => replica.name === name);
  if (wanted && WITH_SELECTOR.includes(object.kind)) {
    object.spec = { ...object.spec, replicas: wanted.count };
  }
}

function setImages(node: Node, options: Kustomization) {
  if (!options.images?.length) return;
  for (const [key, value] of Object.entries(node)) {
    if (
      (key === 'containers' || key === 'initContainers') &&
      Array.isArray(value)
    ) {
      for (const container of value as Node[]) setImage(container, options);
    } else if (typeof value === 'object' && value !== null) {
      setImages(value as Node, options);
    }
  }
}

function setImage(container: Node, { images = [] }: Kustomization) {
  const [, name, tag = ''] =
    /^(.*?)((?::[^/:@]+)?(?:@.+)?)$/.exec(String(container.image ?? '')) ?? [];
  const change = images.find(image => image.name === name);
  if (!change) return;
  const { newName = name, newTag, digest } = change;
  const tagged = newTag ? `:${newTag}` : tag;
  const version = digest ? `@${digest}` : tagged;
  container.image = `${newName}${version}`;
}

const REFERENCES: Record<string, string> = {
  configMapRef: 'ConfigMap',
  configMapKeyRef: 'ConfigMap',
  configMap: 'ConfigMap',
  secretRef: 'Secret',
  secretKeyRef: 'Secret',
  scaleTargetRef: 'Deployment',
};

/** Renames what points at other objects: ConfigMaps, Secrets, accounts, claims, services of an Ingress. */
export function renameIn(
  node: unknown,
  rename: (kind: string, name: string) => string | undefined,
): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node as Node)) {
    const target = node as Node;
    const set = (holder: Node, field: string, kind: string) => {
      const next = rename(kind, String(holder[field]));
      if (next) holder[field] = next;
    };
    if (key === 'serviceAccountName') set(target, key, 'ServiceAccount');
    if (key === 'claimName') set(target, key, 'PersistentVolumeClaim');
    if (key === 'secretName') set(target, key, 'Secret');
    if (typeof value !== 'object' || value === null) continue;
    const kind = REFERENCES[key] ?? (key === 'service' ? 'Service' : undefined);
    if (kind && 'name' in value) set(value as Node, 'name', kind);
    renameIn(value, rename);
  }
}
