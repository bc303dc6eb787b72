import { alignRange } from './alignRange';

const now = new Date('2026-11-20T14:02:31.417Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('alignRange', () => {
  it('is the same for those who look within the same step', () => {
    const first = alignRange({ from: ago(3600), to: ago(0) }, now);
    const second = alignRange({ from: ago(3596), to: ago(-4) }, now);
    expect(first).toEqual(second);
    expect(first.to.toISOString()).toBe('2026-11-20T14:02:30.000Z');
  });

  it('is never empty', () => {
    const { from, to } = alignRange({ from: ago(1), to: ago(0) }, now);
    expect(from.getTime()).toBeLessThan(to.getTime());
  });

  it.each([
    [{ from: ago(0), to: ago(60) }, 'must be before'],
    [{ from: ago(32 * 86_400), to: ago(0) }, '31 days'],
    [{ from: ago(60), to: ago(-3600) }, 'future'],
  ])('refuses %j', (range, message) => {
    expect(() => alignRange(range, now)).toThrow(message);
  });
});
