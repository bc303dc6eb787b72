import { SharedRequests } from './SharedRequests';

describe('SharedRequests', () => {
  const start = (options: { atOnce?: number; mostWaiting?: number } = {}) => {
    let time = 0;
    const open: {
      key: string;
      signal: AbortSignal;
      answer(value: string): void;
      fail(error: Error): void;
    }[] = [];
    const requests = new SharedRequests<string>({
      keptSeconds: 15,
      atOnce: 6,
      mostWaiting: 10,
      ...options,
      now: () => new Date(time),
    });
    return {
      open,
      pass: (seconds: number) => {
        time += seconds * 1000;
      },
      forget: (key: string) => requests.forget(key),
      ask: (
        key: string,
        signal = new AbortController().signal,
        keptSeconds?: number,
      ) =>
        requests.ask(
          key,
          signal,
          upstream =>
            new Promise((answer, fail) => {
              open.push({ key, signal: upstream, answer, fail });
            }),
          keptSeconds,
        ),
    };
  };
  const turn = () => new Promise(resolve => setImmediate(resolve));

  it('asks once for all who want the same, and a while longer', async () => {
    const { ask, open, pass } = start();
    const both = Promise.all([ask('a'), ask('a')]);
    open[0].answer('480 ms');
    expect(await both).toEqual(['480 ms', '480 ms']);
    pass(14);
    expect(await ask('a')).toBe('480 ms');
    expect(open).toHaveLength(1);
    pass(2);
    const later = ask('a');
    open[1].answer('300 ms');
    expect(await later).toBe('300 ms');
  });

  it('keeps an answer for as long as its own asker says', async () => {
    const { ask, open, pass } = start();
    const slow = ask('month', undefined, 60);
    open[0].answer('480 ms');
    await slow;
    pass(59);
    expect(await ask('month')).toBe('480 ms');
    pass(1);
    ask('month').catch(() => {});
    expect(open).toHaveLength(2);
  });

  it('asks anew what was forgotten, while it is under way too', async () => {
    const { ask, forget, open } = start();
    const before = ask('a');
    forget('a');
    const after = ask('a');
    open[0].answer('old');
    open[1].answer('new');
    expect([await before, await after]).toEqual(['old', 'new']);
    expect(await ask('a')).toBe('new');
  });

  it('stops asking when all who wait have left, not before', async () => {
    const { ask, open } = start();
    const [first, second] = [new AbortController(), new AbortController()];
    const left = [ask('a', first.signal), ask('a', second.signal)].map(it =>
      it.catch(error => (error as Error).name),
    );
    first.abort();
    expect(open[0].signal.aborted).toBe(false);
    second.abort();
    expect(open[0].signal.aborted).toBe(true);
    expect(await Promise.all(left)).toEqual(['AbortError', 'AbortError']);
    const again = ask('a');
    expect(open).toHaveLength(2);
    open[1].answer('fresh');
    expect(await again).toBe('fresh');
  });

  it('keeps no failure', async () => {
    const { ask, open } = start();
    const failed = ask('a');
    open[0].fail(new Error('503'));
    await expect(failed).rejects.toThrow('503');
    const again = ask('a');
    open[1].answer('ok');
    expect(await again).toBe('ok');
  });

  it('works on so many at once, lets some wait and turns away the rest', async () => {
    const { ask, open } = start({ atOnce: 1, mostWaiting: 1 });
    const first = ask('a');
    const second = ask('b');
    await expect(ask('c')).rejects.toThrow('Try again in a few seconds');
    expect(open.map(({ key }) => key)).toEqual(['a']);
    open[0].answer('1');
    await first;
    await turn();
    open[1].answer('2');
    expect(await second).toBe('2');
  });

  it('gives up a place in line when nobody waits any more', async () => {
    const { ask, open } = start({ atOnce: 1 });
    const first = ask('a');
    const gone = new AbortController();
    const left = ask('b', gone.signal).catch(() => 'left');
    gone.abort();
    open[0].answer('1');
    expect([await first, await left]).toEqual(['1', 'left']);
    await turn();
    const third = ask('c');
    await turn();
    expect(open.map(({ key }) => key)).toEqual(['a', 'c']);
    open[1].answer('3');
    expect(await third).toBe('3');
  });
});
