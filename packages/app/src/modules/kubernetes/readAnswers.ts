import {
  ClusterObjects,
  KubernetesFetchError,
} from '@backstage/plugin-kubernetes-common';

/** What one cluster did not tell, in words: "eks-staging: 401, the …". */
export interface ClusterFailure {
  cluster: string;
  reason: string;
}

/** What came back from the clusters that were asked about an entity. */
export interface Answers {
  /** Clusters whose pods are known; their counts may be shown. */
  answered: ClusterObjects[];
  /** Clusters whose pods are unknown; a count of theirs would be made up. */
  failed: ClusterFailure[];
  /** Clusters that answered, but not about everything. */
  inPart: ClusterFailure[];
}

// https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris
const PODS = /^\/api\/v1\/(namespaces\/[^/]+\/)?pods$/;

const meanings: Record<number, string> = {
  401: 'its credential was refused or has expired',
  403: "the portal's account may not read them",
  404: 'it does not know them',
  429: 'it was asked too often',
};

function describe(error: KubernetesFetchError): string {
  if (error.errorType === 'FETCH_ERROR') {
    return 'message' in error ? error.message : 'it could not be reached';
  }
  const status = 'statusCode' in error ? error.statusCode : undefined;
  if (status === undefined) return 'it gave no reason';
  const meaning =
    meanings[status] ??
    (status >= 500 ? 'its API server cannot answer now' : 'it refused');
  return `${status}, ${meaning}`;
}

const pathOf = (error: KubernetesFetchError) =>
  'resourcePath' in error ? error.resourcePath ?? '' : '';

const unique = (words: string[]) => [...new Set(words)].join('; ');

/**
 * Tells clusters whose pods are known from those whose are not. The backend
 * leaves out clusters that answered with nothing, so these are not counted.
 */
export function readAnswers(items: ClusterObjects[]): Answers {
  const answers: Answers = { answered: [], failed: [], inPart: [] };
  for (const item of items) {
    const { errors, resources } = item;
    const cluster = item.cluster.title || item.cluster.name;
    const podErrors = errors.filter(error => PODS.test(pathOf(error)));
    if (errors.length > 0 && (podErrors.length > 0 || !resources.length)) {
      const reasons = podErrors.length > 0 ? podErrors : errors;
      answers.failed.push({ cluster, reason: unique(reasons.map(describe)) });
      continue;
    }
    answers.answered.push(item);
    if (errors.length > 0) {
      const missing = errors.map(error => {
        const kind = pathOf(error).split('/').pop();
        return kind ? `${kind} ${describe(error)}` : describe(error);
      });
      answers.inPart.push({ cluster, reason: unique(missing) });
    }
  }
  return answers;
}
