import type { Account } from '../../../world';
import { AwsError } from '../AwsError';
import { ACCOUNT_ID } from '../identity';
import { JsonApi, paginate } from '../json';

const ORGANIZATION_ID = 'o-miniorg0001';
const JOINED = Date.parse('2024-02-01T09:00:00Z') / 1000;

/** The accounts of the organisation; https://docs.aws.amazon.com/organizations/latest/APIReference/ */
export function createOrganizationsApi(accounts: Account[]): JsonApi {
  return new JsonApi({
    scope: 'organizations',
    target: 'AWSOrganizationsV20161128',
    operations: {
      ListAccounts(input) {
        const { page, NextToken } = paginate(accounts.map(show), input);
        return { Accounts: page, NextToken };
      },

      DescribeAccount(input) {
        const id = input.text('AccountId', /^\d{12}$/);
        const account = accounts.find(one => one.id === id);
        if (!account) {
          throw new AwsError(
            'AccountNotFoundException',
            "You specified an account that doesn't exist.",
          );
        }
        return { Account: show(account) };
      },
    },
  });
}

function show({ id, name, email }: Account) {
  return {
    Id: id,
    Arn: `arn:aws:organizations::${ACCOUNT_ID}:account/${ORGANIZATION_ID}/${id}`,
    Email: email,
    Name: name,
    Status: 'ACTIVE',
    State: 'ACTIVE',
    JoinedMethod: id === ACCOUNT_ID ? 'INVITED' : 'CREATED',
    JoinedTimestamp: JOINED,
  };
}
