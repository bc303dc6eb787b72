import { createBackend } from '@backstage/backend-defaults';
import { databaseService } from './databaseService';
import { requireEnvironment } from './requireEnvironment';

requireEnvironment();

const backend = createBackend();

backend.add(databaseService);
backend.add(import('@backstage/plugin-app-backend'));
backend.add(import('@backstage/plugin-proxy-backend'));

// Sign-in and rights
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-auth-backend-module-okta-provider'));
backend.add(import('@portico/plugin-auth-backend-module-flows'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@portico/plugin-permission-backend-module-portico'));

// Catalog: components from GitHub, users and groups from Okta, the rest from files
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-github'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@portico/plugin-catalog-backend-module-okta'));

// Flows
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-notifications'),
);
backend.add(import('@portico/plugin-scaffolder-backend-module-recovery'));
backend.add(import('@portico/plugin-approvals-backend'));
backend.add(import('@portico/plugin-flows-backend'));
backend.add(import('@portico/plugin-scaffolder-backend-module-flows'));
backend.add(
  import('@portico/plugin-scaffolder-backend-module-github-platform'),
);
backend.add(import('@portico/plugin-scaffolder-backend-module-terraform'));
backend.add(import('@portico/plugin-scaffolder-backend-module-argocd'));
backend.add(import('@portico/plugin-scaffolder-backend-module-grafana'));
backend.add(import('@portico/plugin-scaffolder-backend-module-okta'));
backend.add(import('@portico/plugin-scaffolder-backend-module-aws-identity'));
backend.add(import('@portico/plugin-scaffolder-backend-module-cost'));
backend.add(import('@portico/plugin-scaffolder-backend-module-email'));
backend.add(import('@portico/plugin-scaffolder-backend-module-approvals'));

// What an entity's page shows
backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@portico/plugin-github-actions-backend'));
backend.add(import('@portico/plugin-health-backend'));
backend.add(import('@portico/plugin-health-backend-module-alertmanager'));
backend.add(import('@portico/plugin-health-backend-module-argocd'));
backend.add(import('@portico/plugin-health-backend-module-kubernetes'));
backend.add(import('@portico/plugin-health-backend-module-pagerduty'));
backend.add(import('@portico/plugin-health-backend-module-probe'));
backend.add(import('@portico/plugin-health-backend-module-prometheus'));
backend.add(import('@portico/plugin-cost-backend'));
backend.add(import('@portico/plugin-cost-backend-module-aws'));
backend.add(import('@portico/plugin-cost-backend-module-azure'));
backend.add(import('@portico/plugin-cost-backend-module-fixed'));
backend.add(import('@portico/plugin-cost-backend-module-focus'));
backend.add(import('@portico/plugin-cost-backend-module-opencost'));
backend.add(import('@portico/plugin-cost-backend-module-prometheus'));
backend.add(import('@portico/plugin-delivery-backend'));
backend.add(import('@portico/plugin-grafana-backend'));

// The outside systems, and how Portico stands with them
backend.add(import('@portico/plugin-sources-backend'));

// Search
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@portico/plugin-search-backend-module-embedded'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

// The person: settings, notifications, live updates; assistants
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-events-backend-module-github'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.start().catch(error => {
  process.stderr.write(`Portico cannot start: ${error.message}\n`);
  process.exit(1);
});
