import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference, ofFlow, settledDifference } from './Objects.mjs';

const wanted = ofFlow(
  ['github repositories: mini-org/first', 'argocd applications: first-dev'],
  'first',
);

test('a flow that left the same under its own name differs in nothing', () => {
  const objects = [
    'github repositories: mini-org/second',
    'github repositories: mini-org/somebody-elses',
    'argocd applications: second-dev',
  ];
  assert.deepEqual(difference(wanted, ofFlow(objects, 'second')), []);
});

test('an orphan, a duplicate and what is missing are told apart', () => {
  const objects = [
    'github repositories: mini-org/second',
    'github repositories: mini-org/second',
    'terraform workspaces: second-dev resources=4',
  ];
  assert.deepEqual(difference(wanted, ofFlow(objects, 'second')), [
    '+ github repositories: mini-org/NAME',
    '+ terraform workspaces: NAME-dev resources=4',
    '- argocd applications: NAME-dev',
  ]);
});

test('what takes a moment to go is waited for', async () => {
  const looks = [['a', 'b'], ['a']];
  const { left } = await settledDifference(['a'], async () => looks.shift());
  assert.deepEqual(left, []);
});
