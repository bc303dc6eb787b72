import { Coalescing } from './Coalescing';

describe('Coalescing', () => {
  it('asks once for all who ask together, and again for whoever comes later', async () => {
    let now = 0;
    let asked = 0;
    const answers: ((value: number) => void)[] = [];
    const calls = new Coalescing<number>(() => now);
    const ask = () =>
      calls.ask('orders', () => {
        asked += 1;
        return new Promise(resolve => answers.push(resolve));
      });
    const together = [ask(), ask()];
    now = 150;
    const later = ask();
    expect(asked).toBe(2);
    answers[1](2);
    answers[0](1);
    await expect(Promise.all(together)).resolves.toEqual([1, 1]);
    await expect(later).resolves.toBe(2);
  });

  it('does not keep a failure', async () => {
    const calls = new Coalescing<number>(() => 0);
    const failed = calls.ask('orders', () => Promise.reject(new Error('503')));
    await expect(failed).rejects.toThrow('503');
    await expect(calls.ask('orders', async () => 1)).resolves.toBe(1);
  });
});
