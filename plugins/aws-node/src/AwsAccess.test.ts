import { ConfigReader } from '@backstage/config';
import { readAwsAccess } from './AwsAccess';
import { awsCredentials } from './awsCredentials';

const read = (section: object) =>
  readAwsAccess(new ConfigReader({ ...section }));
const KEYS = { accessKeyId: 'AKIA', secretAccessKey: 'secret' };

it('lets the SDK find credentials where the config has none', () => {
  const access = read({});
  expect(access.region).toBe('us-east-1');
  expect(awsCredentials(access, { sessionName: 'test' })).toBeUndefined();
});

it('takes the keys of the config, and assumes its role', () => {
  const access = read({ ...KEYS, region: 'eu-central-1' });
  expect(awsCredentials(access, { sessionName: 'test' })).toEqual(KEYS);
  const role = read({ ...KEYS, roleArn: 'arn:aws:iam::1:role/x' });
  expect(awsCredentials(role, { sessionName: 'test' })).toEqual(
    expect.any(Function),
  );
});

it('names the key that is missing', () => {
  expect(() => read({ accessKeyId: 'AKIA' })).toThrow('secretAccessKey');
});
