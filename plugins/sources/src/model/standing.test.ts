import type { TokenStanding } from '@portico/plugin-sources-common';
import { ago, source } from '../__testUtils__/sources';
import { credentialOf } from './credential';
import { formatCoverage, formatLatency } from './figures';
import { standingOf } from './standing';

const now = new Date();
const DAY = 24 * 60;
const withToken = (token: TokenStanding) =>
  source('kubernetes', 'Kubernetes', {
    check: { at: ago(0), reachable: true, token },
  });

it.each<[TokenStanding, RegExp, boolean]>([
  [{ state: 'valid' }, /^valid$/, false],
  [{ state: 'none' }, /^needs none$/, false],
  [{ state: 'unknown' }, /^unknown$/, false],
  [{ state: 'refused' }, /^refused$/, true],
  [
    { state: 'valid', missing: ['repo', 'workflow'] },
    /^lacks repo, workflow$/,
    true,
  ],
  [
    { state: 'valid', validUntil: ago(-15 * DAY) },
    /^valid until \d+ \w+ \d{4}$/,
    false,
  ],
  [
    { state: 'valid', validUntil: ago(-13.5 * DAY) },
    /^ends in 13\sdays, on/,
    true,
  ],
  [
    { state: 'valid', validUntil: ago(-1.5 * DAY) },
    /^ends in 1\sday, on/,
    true,
  ],
  [{ state: 'valid', validUntil: ago(-60) }, /^ends within a day$/, true],
  [{ state: 'valid', validUntil: ago(60) }, /^ended on/, true],
])('says how the credential %j stands', (token, words, warns) => {
  const credential = credentialOf(withToken(token), now);
  expect(credential.words).toMatch(words);
  expect(credential.warns).toBe(warns);
});

it('warns of a source that answers and yet gave nothing', () => {
  const coverage = { at: ago(1), by: 'health', asked: 64, answered: 0 };
  const empty = source('prometheus', 'Prometheus', {
    coverage: [{ ...coverage, message: 'No series came.' }],
  });
  expect(standingOf(empty, now)).toMatchObject({
    state: 'degraded',
    reason: 'Health got nothing of what it asked. No series came.',
  });
  const back = { ...empty, since: ago(0.5) };
  expect(standingOf(back, now).state).toBe('healthy');
  const some = { ...empty, coverage: [{ ...coverage, answered: 62 }] };
  expect(standingOf(some, now).state).toBe('healthy');
});

it('keeps nothing asked apart from nothing answered', () => {
  const at = new Date(2026, 10, 21, 14, 2).toISOString();
  const coverage = { at, by: 'health', answered: 0 };
  expect(formatCoverage({ ...coverage, asked: 0 })).toBe(
    'nothing asked, health 14:02',
  );
  expect(formatCoverage({ ...coverage, asked: 64, answered: 62 })).toBe(
    '62 of 64 entities, health 14:02',
  );
  expect(
    formatCoverage({ ...coverage, by: 'delivery', asked: 3, answered: 3 }),
  ).toBe('3 of 3, delivery 14:02');
});

it.each([
  [64.4, '64\u00a0ms'],
  [1912, '1.9\u00a0s'],
])('says how long %s milliseconds are', (milliseconds, words) => {
  expect(formatLatency(milliseconds)).toBe(words);
});
