/** The fields of a kustomization that the sandbox builds. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/ */
export interface Kustomization {
  resources?: string[];
  bases?: string[];
  components?: string[];
  namespace?: string;
  namePrefix?: string;
  nameSuffix?: string;
  commonLabels?: Record<string, string>;
  commonAnnotations?: Record<string, string>;
  labels?: {
    pairs: Record<string, string>;
    includeSelectors?: boolean;
    includeTemplates?: boolean;
  }[];
  images?: {
    name: string;
    newName?: string;
    newTag?: string;
    digest?: string;
  }[];
  replicas?: { name: string; count: number }[];
  patches?: Patch[];
  patchesStrategicMerge?: string[];
  patchesJson6902?: Patch[];
  configMapGenerator?: Generator[];
  secretGenerator?: Generator[];
  generatorOptions?: GeneratorOptions;
}

export interface Patch {
  path?: string;
  patch?: string;
  target?: {
    group?: string;
    version?: string;
    kind?: string;
    name?: string;
    namespace?: string;
    labelSelector?: string;
  };
}

export interface GeneratorOptions {
  disableNameSuffixHash?: boolean;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface Generator {
  name: string;
  namespace?: string;
  behavior?: 'create' | 'merge' | 'replace';
  type?: string;
  literals?: string[];
  files?: string[];
  envs?: string[];
  options?: GeneratorOptions;
}

const SUPPORTED = [
  'apiVersion',
  'kind',
  'metadata',
  'resources',
  'bases',
  'components',
  'namespace',
  'namePrefix',
  'nameSuffix',
  'commonLabels',
  'commonAnnotations',
  'labels',
  'images',
  'replicas',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'configMapGenerator',
  'secretGenerator',
  'generatorOptions',
];

/** Fields that the sandbox can't build. */
export function unsupportedFields(kustomization: object): string[] {
  return Object.keys(kustomization).filter(key => !SUPPORTED.includes(key));
}
