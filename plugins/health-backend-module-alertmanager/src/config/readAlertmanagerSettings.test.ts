import { ConfigReader } from '@backstage/config';
import { readAlertmanagerSettings } from './readAlertmanagerSettings';

const read = (alertmanager: object) =>
  readAlertmanagerSettings(
    new ConfigReader({ health: { alertmanager } } as never),
  );

it('is off without its section', () => {
  expect(readAlertmanagerSettings(new ConfigReader({})).instances).toEqual([]);
});

it('reads addresses and credentials', () => {
  const { instances } = read({
    instances: [
      { name: 'a', url: 'http://a:9093/', token: 't' },
      {
        name: 'b',
        url: 'https://b/am',
        externalUrl: 'https://c/',
        username: 'u',
        password: 'p',
        headers: { 'X-Scope-OrgID': 'x' },
      },
    ],
  });
  expect(instances).toEqual([
    {
      name: 'a',
      url: 'http://a:9093',
      externalUrl: 'http://a:9093',
      headers: { authorization: 'Bearer t' },
    },
    {
      name: 'b',
      url: 'https://b/am',
      externalUrl: 'https://c',
      headers: { 'X-Scope-OrgID': 'x', authorization: 'Basic dTpw' },
    },
  ]);
});

it.each([
  [{ instances: [{ name: 'a', url: 'a:9093' }] }, "url of 'a' is no address"],
  [
    {
      instances: [
        { name: 'a', url: 'http://a' },
        { name: 'a', url: 'http://b' },
      ],
    },
    'share a name',
  ],
  [{ severities: { page: 'bad' } }, "'page' can't be 'bad'"],
  [{ matchLabels: ['a-b'] }, "'a-b' is no label's name"],
  [{ silence: { maxMinutes: 0 } }, 'silence.maxMinutes has to be at least 1'],
])('refuses %j', (section, problem) => {
  expect(() => read(section)).toThrow(problem);
});
