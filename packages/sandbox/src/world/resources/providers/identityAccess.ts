import type { CapabilityArea } from './CapabilityArea';

/** Providers of the capability area `identity-access`. */
export const identityAccess: CapabilityArea = {
  name: 'identity-access',
  owner: 'identity',
  'in-use': [
    [
      'okta',
      'Okta',
      'Workforce identity: single sign-on, MFA, groups and SCIM provisioning.',
      'https://www.okta.com',
    ],
    [
      'auth0',
      'Auth0',
      'Customer identity: social login, passwordless, progressive profiling.',
      'https://auth0.com',
    ],
    [
      'iam-identity-center',
      'IAM Identity Center',
      'Access of people to AWS accounts, from Okta groups.',
      'https://aws.amazon.com/iam/identity-center/',
    ],
  ],
  alternative: [
    [
      'cognito',
      'Amazon Cognito',
      'Customer identity: cheaper at scale, with fewer features than Auth0.',
      'https://aws.amazon.com/cognito/',
    ],
    [
      'google-workspace',
      'Google Workspace',
      'Directory that Okta can federate with.',
      'https://workspace.google.com',
    ],
    [
      'microsoft-entra-id',
      'Microsoft Entra ID',
      'Directory (once Azure AD) that Okta can federate with.',
      'https://www.microsoft.com/security/business/identity-access/microsoft-entra-id',
    ],
  ],
};
