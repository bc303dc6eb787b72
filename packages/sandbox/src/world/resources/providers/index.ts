import type { Resource } from '../../types';
import { edgeSecurity } from './edgeSecurity';
import { identityAccess } from './identityAccess';
import { infrastructurePlatform } from './infrastructurePlatform';
import { dataAnalytics } from './dataAnalytics';
import { customerExperience } from './customerExperience';
import { businessApplications } from './businessApplications';
import { engineeringPlatform } from './engineeringPlatform';

const AREAS = [
  edgeSecurity,
  identityAccess,
  infrastructurePlatform,
  dataAnalytics,
  customerExperience,
  businessApplications,
  engineeringPlatform,
];

/** Providers that live inside another one. */
const HOSTED_ON: Record<string, string[]> = {
  'iam-identity-center': ['aws', 'okta'],
  eks: ['aws'],
  fargate: ['aws'],
  lambda: ['aws'],
  s3: ['aws'],
  sagemaker: ['aws'],
  cloudwatch: ['aws'],
  'github-actions': ['github'],
  'argo-cd': ['eks', 'github'],
  istio: ['eks'],
  metabase: ['eks', 'snowflake'],
  'dbt-cloud': ['snowflake'],
  portico: ['eks'],
  prometheus: ['eks'],
  grafana: ['prometheus', 'loki'],
  loki: ['eks', 's3'],
  alertmanager: ['prometheus', 'pagerduty', 'slack'],
  opencost: ['prometheus'],
  vault: ['eks'],
};

const ADOPTIONS = ['in-use', 'trial', 'alternative'] as const;

/** Each provider that the Technology Capability Model or the Kubernetes architecture names. */
export const providers: Resource[] = AREAS.flatMap(area =>
  ADOPTIONS.flatMap(adoption =>
    (area[adoption] ?? []).map(([name, title, description, url]) => ({
      name,
      title,
      description,
      type: 'provider',
      capabilityArea: area.name,
      adoption,
      owner: area.owner,
      dependsOn: HOSTED_ON[name] ?? [],
      url,
    })),
  ),
);
