import { isTakenOver } from './isTakenOver';
import { TaskTakenOverError } from './TaskTakenOverError';

describe('isTakenOver', () => {
  it('tells a task that another replica goes on with from a cancelled one', () => {
    const task = new AbortController();
    const signal = AbortSignal.any([task.signal, AbortSignal.timeout(60_000)]);
    expect(isTakenOver(signal)).toBe(false);
    task.abort(new TaskTakenOverError('4711'));
    expect(isTakenOver(signal)).toBe(true);
    expect(isTakenOver(AbortSignal.abort())).toBe(false);
    expect(isTakenOver(undefined)).toBe(false);
  });
});
