import type { CapabilityArea } from './CapabilityArea';

/** Providers of the capability area `infrastructure-platform`. */
export const infrastructurePlatform: CapabilityArea = {
  name: 'infrastructure-platform',
  owner: 'platform',
  'in-use': [
    [
      'aws',
      'AWS',
      'Cloud in us-east-1 and us-west-2: accounts, networks, databases.',
      'https://aws.amazon.com',
    ],
    [
      'eks',
      'Amazon EKS',
      'Managed Kubernetes: clusters for production, staging and dev.',
      'https://aws.amazon.com/eks/',
    ],
    [
      'fargate',
      'AWS Fargate',
      'Serverless containers for jobs that need no node of their own.',
      'https://aws.amazon.com/fargate/',
    ],
    [
      'lambda',
      'AWS Lambda',
      'Functions for glue between AWS services.',
      'https://aws.amazon.com/lambda/',
    ],
    [
      'hcp-terraform',
      'HCP Terraform',
      'Plans and applies infrastructure as code, with policies and cost estimates.',
      'https://www.hashicorp.com/products/terraform',
    ],
    [
      'argo-cd',
      'Argo CD',
      'GitOps: brings clusters to what git says.',
      'https://argo-cd.readthedocs.io',
    ],
    [
      'github',
      'GitHub',
      'Repositories, reviews and packages.',
      'https://github.com',
    ],
    [
      'github-actions',
      'GitHub Actions',
      'Builds, tests and images on each push.',
      'https://github.com/features/actions',
    ],
    [
      'istio',
      'Istio',
      'Service mesh: mTLS, traffic policies and request metrics between pods.',
      'https://istio.io',
    ],
  ],
  alternative: [
    [
      'aws-api-gateway',
      'Amazon API Gateway',
      'Managed front door for functions, where the cluster’s own doesn’t reach.',
      'https://aws.amazon.com/api-gateway/',
    ],
    [
      'gitlab-ci',
      'GitLab CI',
      'Pipelines for repositories that live on GitLab.',
      'https://docs.gitlab.com/ci/',
    ],
    [
      'app-mesh',
      'AWS App Mesh',
      'The mesh of AWS; in maintenance, Istio is preferred.',
      'https://aws.amazon.com/app-mesh/',
    ],
  ],
};
