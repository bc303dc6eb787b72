import type { SourceStatus } from '@portico/plugin-sources-common';
import {
  ago,
  fourSources,
  narrowGithub,
  silentArgocd,
  source,
} from '../__testUtils__/sources';
import { nameOf } from './names';
import { sentenceOf } from './sentence';

const unchecked = (item: SourceStatus): SourceStatus => ({
  ...item,
  state: 'unchecked',
  check: undefined,
});
const refused = source('okta', 'Okta', {
  id: 'okta:catalog',
  instance: 'catalog',
  state: 'refused',
  since: ago(2),
});
const [github, , , prometheus] = fourSources().items;
const down = (item: SourceStatus): SourceStatus => ({
  ...item,
  state: 'unreachable',
});

const cases: [SourceStatus[], string, RegExp][] = [
  [fourSources().items, 'healthy', /^All 4 sources answer\. $/],
  [
    fourSources(silentArgocd()).items,
    'failing',
    /^Argo CD has not answered since [\d:]{5}; 4 others do\.$/,
  ],
  [
    fourSources(refused).items,
    'failing',
    /^Okta catalog has not taken Portico’s credential since [\d:]{5}; 3 others answer\.$/,
  ],
  [
    [silentArgocd(), github],
    'failing',
    /^Argo CD has not answered since [\d:]{5}; 1 other does\.$/,
  ],
  [
    [silentArgocd()],
    'failing',
    /^Argo CD has not answered since [\d:]{5}; it is the only source\.$/,
  ],
  [
    fourSources(silentArgocd(), refused, down(github), down(prometheus)).items,
    'failing',
    /^4 of 5 sources cannot be used now: Argo CD, Okta catalog, GitHub and 1 more\. 1 answers\.$/,
  ],
  [
    fourSources(narrowGithub()).items,
    'degraded',
    /^All 4 sources answer\. GitHub: The credential lacks read:org\.$/,
  ],
  [
    [github, unchecked(prometheus)],
    'healthy',
    /^1 of 2 sources answers\. 1 not looked at yet\.$/,
  ],
  [
    fourSources().items.map(unchecked),
    'unknown',
    /^No source was looked at yet\. The first look is taken within a minute/,
  ],
];

it.each(cases)('says how the sources stand %#', (items, state, words) => {
  const sentence = sentenceOf(items, new Date());
  expect(sentence.state).toBe(state);
  expect(`${sentence.lead} ${sentence.text}`).toMatch(words);
});

it('tells sources of the same instance apart by what they are used for', () => {
  const twin = (id: string, usedFor: string) =>
    source('okta', 'Okta', { id, usedFor });
  const all = [twin('a', 'People of the catalog.'), twin('b', 'Onboarding.')];
  expect(all.map(item => nameOf(item, all))).toEqual([
    'Okta mini-org (people of the catalog)',
    'Okta mini-org (onboarding)',
  ]);
  expect(nameOf(all[0], [all[0]])).toBe('Okta');
});
