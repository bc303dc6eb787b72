import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogPeople } from './People';

const user = (name: string, email: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name },
  spec: { profile: { email } },
});

it('knows people by their address, and asks the catalog once in ten minutes', async () => {
  const catalog = catalogServiceMock({
    entities: [user('priya.raman', 'Priya.Raman@mini-org.example')],
  });
  const ask = jest.spyOn(catalog, 'getEntities');
  const people = new CatalogPeople({ catalog, auth: mockServices.auth() });
  const emails = ['priya.raman@mini-org.example', 'nobody@x.example'];
  const expected = [
    ['priya.raman@mini-org.example', 'user:default/priya.raman'],
  ];
  const now = new Date('2026-11-20T12:00:00Z');
  expect([...(await people.find(emails, now))]).toEqual(expected);
  expect([...(await people.find(emails, now))]).toEqual(expected);
  expect(ask).toHaveBeenCalledTimes(1);
  await people.find(emails, new Date('2026-11-20T12:10:00Z'));
  expect(ask).toHaveBeenCalledTimes(2);
});
