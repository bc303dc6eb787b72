import { setAnnotations } from './annotations';

const FILE = 'catalog-info.yaml';
const slo = { name: 'portico/slo', value: 'availability=99.9' };
const orders = { kind: 'component', name: 'orders', values: [slo] };

describe('annotations of a catalog file', () => {
  it('are added to the entity, and everything else stays as it was', () => {
    const text = `# Owned by commerce.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: orders # the shop's heart
  annotations:
    github.com/project-slug: mini-org/orders
spec:
  type: service
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: orders
`;
    expect(setAnnotations(text, FILE, orders)).toBe(
      text.replace(
        'mini-org/orders\n',
        'mini-org/orders\n    portico/slo: availability=99.9\n',
      ),
    );
  });

  it('begin where there were none, and replace what has the same name', () => {
    const text = 'kind: Component\nmetadata:\n  name: orders\n';
    const once = setAnnotations(text, FILE, orders);
    expect(once).toBe(
      `${text}  annotations:\n    portico/slo: availability=99.9\n`,
    );
    const values = [{ name: slo.name, value: 'service="orders": x' }];
    expect(setAnnotations(once, FILE, { ...orders, values })).toBe(
      `${text}  annotations:\n    portico/slo: 'service="orders": x'\n`,
    );
  });

  it.each([
    ['kind: API\nmetadata:\n  name: orders\n', orders, /no component orders/],
    ['kind: [', orders, /can't be read/],
    [
      'kind: Component\nmetadata:\n  name: orders\n',
      { ...orders, values: [{ name: 'no key: x', value: '' }] },
      /is no name of an annotation/,
    ],
  ])('are refused with the reason', (text, wanted, message) => {
    expect(() => setAnnotations(text, FILE, wanted)).toThrow(message);
  });
});
