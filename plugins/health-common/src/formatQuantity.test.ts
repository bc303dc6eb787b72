import { formatQuantity } from './formatQuantity';
import type { Quantity } from './signal';

const CASES: [Quantity, string][] = [
  [{ value: 0.48, unit: 'seconds' }, '480 ms'],
  [{ value: 0.064, unit: 'seconds' }, '64 ms'],
  [{ value: 1.9, unit: 'seconds' }, '1.9 s'],
  [{ value: 0.0008, unit: 'ratio' }, '0.08 %'],
  [{ value: 0.084, unit: 'ratio' }, '8.4 %'],
  [{ value: 0.61, unit: 'ratio' }, '61 %'],
  [{ value: 0.99996, unit: 'ratio' }, '99.99 %'],
  [{ value: 1, unit: 'ratio' }, '100 %'],
  [{ value: -0.2, unit: 'ratio' }, '−20 %'],
  [{ value: 182.4, unit: 'perSecond' }, '182 req/s'],
  [{ value: 12_400, unit: 'perSecond' }, '12.4k req/s'],
  [{ value: 0, unit: 'perSecond' }, '0 req/s'],
  [{ value: 6.2, unit: 'multiple' }, '6.2×'],
  [{ value: 84.3, unit: 'multiple' }, '84×'],
  [{ value: 48, unit: 'count', of: 50 }, '48 of 50'],
  [{ value: 17_179_869_184, unit: 'bytes' }, '16 GiB'],
];

it.each(CASES)('formats %j as %s', (quantity, text) => {
  expect(formatQuantity(quantity).replaceAll('\u00a0', ' ')).toBe(text);
});
