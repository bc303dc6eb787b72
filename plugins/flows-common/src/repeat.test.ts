import { repeat } from './repeat';

/** Fails so often, then succeeds; counts the tries. */
function failing(times: number) {
  const work = jest.fn(async () => {
    if (work.mock.calls.length <= times) throw new Error('503');
    return 'done';
  });
  return work;
}
const always = { isWorthwhile: () => true, firstDelayMs: 1 };

describe('repeat', () => {
  it('survives two failures, and tells of each', async () => {
    const onRepeat = jest.fn();
    await expect(repeat(failing(2), { ...always, onRepeat })).resolves.toBe(
      'done',
    );
    expect(onRepeat.mock.calls.map(([, delay]) => delay)).toEqual([1, 2]);
  });

  it('gives up with the last reason', async () => {
    const work = failing(Infinity);
    await expect(repeat(work, { ...always, retries: 3 })).rejects.toThrow(
      '503',
    );
    expect(work).toHaveBeenCalledTimes(4);
  });

  it('begins no try that would come too late', async () => {
    const work = failing(Infinity);
    const late = { ...always, firstDelayMs: 100, budgetMs: 50 };
    await expect(repeat(work, late)).rejects.toThrow('503');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does not repeat what cannot be helped', async () => {
    const work = failing(1);
    await expect(repeat(work, { isWorthwhile: () => false })).rejects.toThrow();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('waits as long as it is asked to', async () => {
    const onRepeat = jest.fn();
    await repeat(failing(1), { ...always, askedMs: () => 7, onRepeat });
    expect(onRepeat).toHaveBeenCalledWith(expect.any(Error), 7);
  });

  it('stops at once when it is cancelled, with the reason', async () => {
    const controller = new AbortController();
    const done = repeat(failing(Infinity), {
      ...always,
      firstDelayMs: 30_000,
      onRepeat: () => controller.abort(new Error('cancelled')),
      signal: controller.signal,
    });
    await expect(done).rejects.toThrow('cancelled');
  });
});
