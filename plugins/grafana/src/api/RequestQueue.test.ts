import { RequestQueue } from './RequestQueue';

/** Requests that end when told. */
function requests() {
  const ends: (() => void)[] = [];
  const begun: string[] = [];
  return {
    begun,
    request: (name: string) => () => {
      begun.push(name);
      return new Promise<string>(resolve => {
        ends.push(() => resolve(name));
      });
    },
    end: async () => {
      ends.shift()!();
      await new Promise(process.nextTick);
    },
  };
}

describe('RequestQueue', () => {
  const never = new AbortController().signal;

  it('runs so many at once, the others in their order', async () => {
    const queue = new RequestQueue(2);
    const { request, begun, end } = requests();
    ['a', 'b', 'c', 'd'].forEach(name => queue.run(never, request(name)));
    await new Promise(process.nextTick);
    expect(begun).toEqual(['a', 'b']);
    await end();
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('never begins what was taken back, and gives its turn to the next', async () => {
    const queue = new RequestQueue(1);
    const { request, begun, end } = requests();
    const gone = new AbortController();
    queue.run(never, request('a'));
    const taken = queue.run(gone.signal, request('b'));
    queue.run(never, request('c'));
    gone.abort();
    await expect(taken).rejects.toThrow(/abort/);
    await end();
    expect(begun).toEqual(['a', 'c']);
  });

  it('goes on after a failure', async () => {
    const queue = new RequestQueue(1);
    const fails = queue.run(never, async () => {
      throw new Error('no');
    });
    await expect(fails).rejects.toThrow('no');
    await expect(queue.run(never, async () => 'yes')).resolves.toBe('yes');
  });
});
