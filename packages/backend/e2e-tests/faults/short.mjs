/** What `npm test` looks at, by template and fault; the rest takes too long for each change. */
export const SHORT = {
  'new-service': {
    '503 for ever': ['register'],
    'reset after the write': [
      'create-repo',
      'setup-ci',
      'provision-resources',
      'dashboard',
    ],
    cancelled: ['provision-resources', 'deploy-k8s'],
    'token revoked': ['setup-ci'],
  },
  'user-onboarding': {
    '503 for ever': ['github-team'],
    'reset after the write': ['create-user', 'send-welcome', 'aws-access'],
    cancelled: ['assign-groups'],
    'token revoked': ['close-issue'],
  },
};
