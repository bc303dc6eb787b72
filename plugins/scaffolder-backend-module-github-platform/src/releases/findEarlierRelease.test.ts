import { NotFoundError } from '@backstage/errors';
import type { EnvironmentState } from './Deployments';
import { findEarlierRelease } from './findEarlierRelease';

/** An environment that ran these tags, newest first, each for so many seconds. */
function setUp(...ran: [tag: string | undefined, seconds: number][]) {
  const state: EnvironmentState = {
    name: 'orders-production',
    url: 'https://argocd/orders-production',
    sync: 'Synced',
    health: 'Degraded',
    history: ran.map(([, lastedSeconds], index) => ({
      revision: String(index),
      deployedAt: '2026-11-21T09:00:00Z',
      lastedSeconds,
    })),
  };
  const tagAt = async (revision: string) => ran[Number(revision)][0];
  return (current: string) => findEarlierRelease(state, current, tagAt);
}

describe('the release to go back to', () => {
  it('is the latest with another image that stayed', async () => {
    const find = setUp(
      ['v3', 40],
      ['v3', 9_000],
      ['v2', 20], // replaced at once: it was broken
      ['v1', 86_400],
      ['v0', 86_400],
    );
    expect(await find('v3')).toMatchObject({ tag: 'v1', revision: '3' });
  });

  it('is not guessed where none stayed; what was seen is listed', async () => {
    const find = setUp(['v3', 40], ['v2', 20], [undefined, 86_400]);
    await expect(find('v3')).rejects.toThrow(NotFoundError);
    await expect(find('v3')).rejects.toThrow('v2 (for 20 s)');
  });
});
