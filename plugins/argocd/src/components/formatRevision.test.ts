import { formatRevision } from './formatRevision';

it.each([
  ['7f3c2a1b4d5e6f708192a3b4c5d6e7f8091a2b3c', '7f3c2a1'],
  ['1.42.0', '1.42.0'],
  ['main', 'main'],
])('shows %s as %s', (revision, words) => {
  expect(formatRevision(revision)).toBe(words);
});
