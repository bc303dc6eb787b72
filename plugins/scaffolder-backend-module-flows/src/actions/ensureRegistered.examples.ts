import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** Examples for the list of actions. */
export const examples: TemplateExample[] = [
  {
    description: 'Register the catalog file of a new repository',
    example: `steps:
  - id: register
    name: Register in the catalog
    action: catalog:ensure-registered
    input:
      repoContentsUrl: \${{ steps['create-repo'].output.repoContentsUrl }}
      catalogInfoPath: /catalog-info.yaml
`,
  },
  {
    description: 'Register a file by its URL',
    example: `steps:
  - id: register
    name: Register in the catalog
    action: catalog:ensure-registered
    input:
      catalogInfoUrl: https://github.com/mini-org/gift-cards/blob/main/catalog-info.yaml
`,
  },
];
