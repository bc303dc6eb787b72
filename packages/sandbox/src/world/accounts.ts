import type { Account } from './types';

/** The account that holds the organisation, and whose access key the sandbox hands out; the number is one of AWS's own examples. */
export const MANAGEMENT_ACCOUNT_ID = '111122223333';

const account = (
  id: string,
  name: string,
  description: string,
  environment?: Account['environment'],
): Account => ({
  id,
  name,
  description,
  environment,
  email: `aws+${name}@mini-org.example`,
});

/** The organisation's AWS accounts, the management account first. */
export const accounts: Account[] = [
  account(
    MANAGEMENT_ACCOUNT_ID,
    'mini-org',
    'The organisation, its bill and IAM Identity Center; nothing runs here.',
  ),
  account('444455556666', 'mini-org-dev', 'What engineers try out.', 'dev'),
  account(
    '555566667777',
    'mini-org-staging',
    'What is about to go to production.',
    'staging',
  ),
  account(
    '777788889999',
    'mini-org-production',
    'What customers use.',
    'production',
  ),
];
