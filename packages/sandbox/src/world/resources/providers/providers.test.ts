import { providers } from './index';

/** As the Technology Capability Model lists them; Terraform Cloud is now HCP Terraform, and Backstage is Portico itself. */
const NAMED = {
  'edge-security': 'cloudflare',
  'identity-access': 'okta auth0 cognito',
  'infrastructure-platform':
    'aws eks fargate hcp-terraform argo-cd lambda github-actions gitlab-ci istio',
  'data-analytics':
    's3 snowflake bigquery fivetran airbyte dbt-cloud looker-studio metabase sagemaker databricks',
  'customer-experience':
    'segment rudderstack amplitude google-analytics launchdarkly split dynamic-yield optimizely sendgrid twilio intercom zendesk',
  'business-applications':
    'hubspot zoho-books wave stripe paypal mailchimp brevo gusto bamboohr slack microsoft-teams',
  'engineering-platform':
    'portico datadog new-relic cloudwatch logdna appdynamics dynatrace pagerduty opsgenie confluence gitbook prometheus grafana loki alertmanager',
};

describe('providers', () => {
  it.each(Object.entries(NAMED))(
    'of %s are all there',
    (capabilityArea, named) => {
      const names = providers
        .filter(provider => provider.capabilityArea === capabilityArea)
        .map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining(named.split(' ')));
    },
  );

  it('each say how far they are used, and where the vendor is', () => {
    expect(
      providers.filter(
        ({ adoption, url }) => !adoption || !url?.startsWith('https://'),
      ),
    ).toEqual([]);
  });
});
