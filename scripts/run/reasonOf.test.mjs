import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonOf } from './reasonOf.mjs';

const CASES = [
  {
    name: 'no network',
    output:
      '➤ YN0000: · Yarn 4.13.0\n➤ YN0001: │ RequestError: connect ECONNREFUSED 127.0.0.1:9\n    at x (y.js:1)',
    reason: /does not answer \(ECONNREFUSED\).*npm registry/,
  },
  {
    name: 'a taken port',
    output: 'Error: listen EADDRINUSE: address already in use 127.0.0.1:7007',
    reason: /^port 7007 is taken/,
  },
  {
    name: 'a lockfile that does not fit',
    output:
      '➤ YN0028: │ The lockfile would have been modified by this install, which is explicitly forbidden.',
    reason: /run `yarn install`/,
  },
  {
    name: 'an error among other lines, in colour',
    output:
      'building\n\u001b[31mERROR\u001b[39m in ./src/App.tsx: no such module\n    at a\n3 warnings',
    reason: /^ERROR in \.\/src\/App\.tsx: no such module$/,
  },
  { name: 'anything else', output: 'one\ntwo\n', reason: /^two$/ },
  { name: 'silence', output: '', reason: /^$/ },
];

for (const { name, output, reason } of CASES) {
  test(`says in one line why it failed: ${name}`, () => {
    assert.match(reasonOf(output), reason);
    assert.ok(!reasonOf(output).includes('\n'));
  });
}
