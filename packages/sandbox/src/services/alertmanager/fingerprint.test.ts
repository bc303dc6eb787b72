import { fingerprint } from './fingerprint';

/** Values of the test of Prometheus' own implementation, `model/signature_test.go` of prometheus/common. */
it.each([
  [{}, 14695981039346656037n],
  [
    { name: 'garland, briggs', fear: 'love is not enough' },
    5799056148416392346n,
  ],
])('names %j as Prometheus does', (labels, expected) => {
  expect(BigInt(`0x${fingerprint(labels as Record<string, string>)}`)).toBe(
    expected,
  );
});
