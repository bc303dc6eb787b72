import { InputError } from '@backstage/errors';
import { readImage, setTag } from './overlay';

const OVERLAY = `# Staging
kind: Kustomization
labels:
  - pairs:
      environment: staging
      version: 1.4.1
    includeTemplates: true
images:
  - name: ghcr.io/mini-org/orders # ours
    newTag: v1.4.1
`;

describe('the image of an overlay', () => {
  it('changes with the labels that repeat its version, and nothing else', () => {
    expect(readImage(OVERLAY, 'f')).toEqual({
      name: 'ghcr.io/mini-org/orders',
      tag: 'v1.4.1',
    });
    expect(setTag(OVERLAY, 'f', { tag: 'v1.4.2' })).toBe(
      OVERLAY.replace(/1\.4\.1/g, '1.4.2'),
    );
    expect(setTag(OVERLAY, 'f', { tag: 'v1.4.1' })).toBe(OVERLAY);
  });

  it.each([
    ['images: []', undefined, 'sets no image'],
    ['images: [{name: a}, {name: b}]', undefined, 'sets 2 images'],
    ['images: [{name: a}]', 'b', 'sets no image b'],
  ])('has to be clear: %s', (text, name, message) => {
    expect(() => readImage(text, 'k.yaml', name)).toThrow(InputError);
    expect(() => readImage(text, 'k.yaml', name)).toThrow(message);
  });

  it('takes the one that is named, and a tag that looks like a number', () => {
    const text = setTag('images: [{name: a}, {name: b}]', 'f', {
      name: 'b',
      tag: '20',
    });
    expect(readImage(text, 'f', 'b')).toEqual({ name: 'b', tag: '20' });
  });
});
