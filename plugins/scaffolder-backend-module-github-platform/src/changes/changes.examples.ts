import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

export const pullRequestEnsureExamples: TemplateExample[] = [
  {
    description: 'Propose that staging runs another image',
    example: `steps:
  - id: propose
    name: Propose the change
    action: github:pull-request:ensure
    input:
      repoUrl: github.com?owner=mini-org&repo=orders
      entityRef: component:default/orders
      title: Promote v1.4.2 to staging
      image:
        overlay: deploy/overlays/staging
        tag: v1.4.2
`,
  },
  {
    description: 'Propose an objective for a service',
    example: `steps:
  - id: propose
    name: Propose the change
    action: github:pull-request:ensure
    input:
      repoUrl: github.com?owner=mini-org&repo=orders
      entityRef: component:default/orders
      title: Set an objective
      annotations:
        kind: component
        name: orders
        values:
          - name: portico/slo
            value: availability=99.9
`,
  },
];

export const pullRequestMergeExamples: TemplateExample[] = [
  {
    description:
      'Merge what was approved, once its checks and reviews are there',
    example: `steps:
  - id: merge
    name: Merge
    action: github:pull-request:merge
    input:
      repoUrl: github.com?owner=mini-org&repo=orders
      entityRef: component:default/orders
      number: \${{ steps.propose.output.number }}
      expectedHead: \${{ steps.propose.output.headSha }}
`,
  },
];

export const repoRetireExamples: TemplateExample[] = [
  {
    description: 'Make a repository read-only',
    example: `steps:
  - id: archive
    name: Archive the repository
    action: github:repo:retire
    input:
      repoUrl: github.com?owner=mini-org&repo=orders
      entityRef: component:default/orders
      how: archive
`,
  },
];
