import { withTimeout } from './withTimeout';

const never = new Promise<void>(() => {});
const what = 'pushing to mini-org/orders';

describe('withTimeout', () => {
  it('passes on what the work gives', async () => {
    await expect(withTimeout(Promise.resolve(1), { what })).resolves.toBe(1);
  });

  it('names the work that got no answer', async () => {
    await expect(withTimeout(never, { what, timeoutMs: 10 })).rejects.toThrow(
      'GitHub did not answer within 0.01 s while pushing to mini-org/orders.',
    );
  });

  it('waits no longer once it is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(withTimeout(never, { what, signal })).rejects.toThrow(
      'cancelled',
    );
  });
});
