import { ConfigReader } from '@backstage/config';
import { readPagerDutySettings } from './readPagerDutySettings';

const read = (pagerduty: object) =>
  readPagerDutySettings(new ConfigReader({ health: { pagerduty } } as never));

it('is off without its section, and speaks to PagerDuty itself unless told otherwise', () => {
  expect(readPagerDutySettings(new ConfigReader({}))).toBeUndefined();
  expect(read({ token: 't' })).toEqual({
    token: 't',
    apiUrl: 'https://api.pagerduty.com',
    from: undefined,
  });
});

it.each([
  [{}, 'health.pagerduty.token'],
  [{ token: 't', apiUrl: 'api.eu.pagerduty.com' }, 'apiUrl is no address'],
])('refuses %j', (section, problem) => {
  expect(() => read({ from: 'a@b.example', ...section })).toThrow(problem);
});
