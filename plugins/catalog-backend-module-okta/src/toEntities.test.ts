import { entityEnvelopeSchemaValidator } from '@backstage/catalog-model';
import { toEntities } from './toEntities';

const org = {
  id: 'main',
  orgUrl: 'https://acme.okta.com',
  roleGroups: ['finance'],
};
const lena = {
  id: '00u1',
  login: 'lena.fischer@mini-org.example',
  email: 'engineer@mini-org.example',
  displayName: 'Lena Fischer',
  title: 'Engineer',
  githubLogin: 'lena-fischer',
};

describe('toEntities', () => {
  it('gives users their groups, and the annotation that sign-in looks for', () => {
    const { entities } = toEntities(
      org,
      [lena],
      [{ id: '00g1', name: 'Commerce', memberIds: ['00u1'] }],
    );
    expect(entities).toEqual([
      expect.objectContaining({
        kind: 'Group',
        metadata: expect.objectContaining({ name: 'commerce' }),
        spec: expect.objectContaining({ type: 'team' }),
      }),
      expect.objectContaining({
        kind: 'User',
        metadata: expect.objectContaining({
          name: 'lena.fischer',
          annotations: expect.objectContaining({
            'okta.com/email': 'engineer@mini-org.example',
            'github.com/user-login': 'lena-fischer',
          }),
        }),
        spec: expect.objectContaining({ memberOf: ['commerce'] }),
      }),
    ]);
    const validate = entityEnvelopeSchemaValidator();
    for (const entity of entities) expect(validate(entity)).toBeTruthy();
  });

  it('keeps empty groups and tells roles from teams', () => {
    const { entities } = toEntities(
      org,
      [],
      [
        { id: '00g1', name: 'new-team', memberIds: [] },
        { id: '00g2', name: 'finance', memberIds: [] },
      ],
    );
    expect(entities).toMatchObject([
      { metadata: { name: 'new-team' }, spec: { type: 'team' } },
      { metadata: { name: 'finance' }, spec: { type: 'role' } },
    ]);
  });

  it('names what it has to leave out because two names collide', () => {
    const { entities, clashes } = toEntities(
      org,
      [lena, { ...lena, id: '00u2', login: 'Lena.Fischer@other.example' }],
      [],
    );
    expect(entities).toHaveLength(1);
    expect(clashes).toEqual([
      {
        name: 'lena.fischer',
        kept: 'engineer@mini-org.example',
        leftOut: 'Lena.Fischer@other.example',
      },
    ]);
  });
});
