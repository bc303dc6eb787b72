import { randomBytes } from 'node:crypto';
import { SecretBox } from './SecretBox';

const [OLD, NEW] = [1, 2].map(() => randomBytes(32).toString('base64'));

describe('SecretBox', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const box = new SecretBox([NEW]);
    const sealed = box.seal('pässword');
    expect(sealed).not.toContain('pässword');
    expect(sealed).not.toBe(box.seal('pässword'));
    expect(box.open(sealed)).toBe('pässword');
  });

  it('opens what an older key sealed once a new one stands in front', () => {
    const sealed = new SecretBox([OLD]).seal('text');
    expect(new SecretBox([NEW, OLD]).open(sealed)).toBe('text');
    expect(() => new SecretBox([NEW]).open(sealed)).toThrow(
      'not among flows.encryption.keys',
    );
  });

  it('refuses a text that was changed', () => {
    const box = new SecretBox([NEW]);
    const parts = box.seal('text').split(':');
    parts[4] = Buffer.from('tixt').toString('base64url');
    expect(() => box.open(parts.join(':'))).toThrow();
  });

  it('says what is wrong with a key', () => {
    expect(() => new SecretBox(['c2hvcnQ='])).toThrow('5 bytes instead of 32');
  });
});
