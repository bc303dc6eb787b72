import { mockServices } from '@backstage/backend-test-utils';
import type { ScaffolderService } from '@backstage/plugin-scaffolder-node';
import { ScaffolderActions } from './KnownActions';

describe('ScaffolderActions', () => {
  it('asks once, and again after the scaffolder could not answer', async () => {
    const listActions = jest
      .fn<ReturnType<ScaffolderService['listActions']>, []>()
      .mockRejectedValueOnce(new Error('503'))
      .mockResolvedValue([{ id: 'okta:create-user' }]);
    const known = new ScaffolderActions({
      auth: mockServices.auth(),
      scaffolder: { listActions } as unknown as ScaffolderService,
    });
    await expect(known.list()).rejects.toThrow('503');
    await expect(known.list()).resolves.toEqual(['okta:create-user']);
    await known.list();
    expect(listActions).toHaveBeenCalledTimes(2);
  });
});
