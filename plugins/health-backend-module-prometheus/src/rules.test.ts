import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { parse } from 'yaml';
import {
  BUILT_IN_PRESETS,
  formatMatchers,
} from '@portico/plugin-prometheus-node';
import { rawRateOf } from './query/expressions';
import { Recorded } from './query/Recorded';
import { WINDOW_SECONDS, type Window } from './query/windows';

interface RuleFile {
  groups: {
    rules: { record: string; expr: string; labels: { preset: string } }[];
  }[];
}

const folder = resolvePackagePath(
  '@portico/plugin-health-backend-module-prometheus',
  'rules',
);
const files = readdirSync(folder)
  .filter(it => it.endsWith('.yaml'))
  .map(it => `${folder}/${it}`);

const missing = spawnSync('promtool', ['--version']).status !== 0;
const reason = missing ? ' (no promtool on the PATH)' : '';
const required = process.env.PORTICO_TEST_REQUIRE === 'all';
// eslint-disable-next-line jest/no-disabled-tests
const describeWithPromtool = missing && !required ? describe.skip : describe;

jest.setTimeout(120_000);

const WINDOWS = Object.keys(WINDOW_SECONDS) as Window[];

describe('recording rules', () => {
  it('are there for each preset', () => {
    const names = BUILT_IN_PRESETS.map(it => `${folder}/${it.name}.yaml`);
    expect(files).toEqual(names.sort());
  });

  it.each(BUILT_IN_PRESETS)(
    'of $name record what is asked of the counters, under the names that are looked for',
    preset => {
      const { groups }: RuleFile = parse(
        readFileSync(`${folder}/${preset.name}.yaml`, 'utf8'),
      );
      const rules = groups.flatMap(it => it.rules);
      const labels = { service: 'service', environment: 'environment' };
      const recorded = new Recorded(
        rules.map(it => ({
          labels: { __name__: it.record, preset: it.labels.preset },
        })),
        labels,
      );
      const by = [preset.serviceLabel ?? 'service', 'environment'];
      const selection = {
        by,
        asksFor: by,
        select: (metric: string, extra = preset.matchers) =>
          extra.length > 0 ? `${metric}{${formatMatchers(extra)}}` : metric,
      };
      for (const window of WINDOWS) {
        for (const what of ['requests', 'errors', 'within'] as const) {
          expect(recorded.find(what, window, preset, selection)).toMatchObject({
            metric: expect.stringContaining(`:rate${window}`),
          });
        }
      }
      const [requests, errors] = rules.map(it => it.expr.split('\n')[0]);
      expect(requests).toBe(
        rawRateOf({ what: 'requests' }, '5m', preset, selection),
      );
      expect(errors).toBe(
        rawRateOf({ what: 'errors' }, '5m', preset, selection),
      );
    },
  );
});

describeWithPromtool(`recording rules, by promtool${reason}`, () => {
  const promtool = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('promtool', args, {
      encoding: 'utf8',
    });
    return status === 0 ? 'well' : stdout + stderr;
  };

  it('are well written', () => {
    expect(promtool('check', 'rules', ...files)).toBe('well');
  });

  it.each(readdirSync(`${folder}/tests`))('give what they should: %s', file => {
    expect(promtool('test', 'rules', `${folder}/tests/${file}`)).toBe('well');
  });
});
