import { SingleFlight } from './SingleFlight';

describe('SingleFlight', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks once for equal questions and again when the answer is old', async () => {
    const flights = new SingleFlight<number>(1000);
    const ask = jest.fn(async () => 1);
    await Promise.all([flights.run('a', ask), flights.run('a', ask)]);
    await flights.run('a', ask);
    expect(ask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1000);
    await flights.run('a', ask);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('does not keep a failure', async () => {
    const flights = new SingleFlight<number>(1000);
    await expect(
      flights.run('a', () => Promise.reject(new Error('503'))),
    ).rejects.toThrow('503');
    await expect(flights.run('a', async () => 2)).resolves.toBe(2);
  });
});
