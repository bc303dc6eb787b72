import { ConfigReader } from '@backstage/config';
import { ConfigSources } from '@backstage/config-loader';
import {
  checkSource,
  createSources,
  stateOf,
  type Source,
} from '@portico/plugin-sources-backend';
import type { SourceCheck } from '@portico/plugin-sources-common';
import { requireEnvironment } from './requireEnvironment';

/** `npm run doctor`: asks every outside system that the config names whether it answers and takes Portico's credential. */

const MARKS = { reachable: '✓', refused: '✗', unreachable: '✗' };
const WORDS = {
  reachable: 'answers',
  refused: 'refuses the credential',
  unreachable: 'does not answer',
};

requireEnvironment();

async function main(): Promise<void> {
  const loaded = await ConfigSources.toConfig(
    ConfigSources.default({ argv: process.argv }),
  );
  const { sources, unused } = createSources(new ConfigReader(loaded.get()));
  loaded.close();

  let bad = 0;
  const looks = sources.map(async source => ({
    source,
    check: await checkSource(source),
  }));
  for (const look of looks) {
    const { source, check } = await look;
    if (stateOf(check) !== 'reachable') bad++;
    write(describe(source, check));
  }
  for (const { title, usedFor, configKey } of unused) {
    write(`- ${title}: not configured (${configKey}). ${usedFor}`);
  }
  write(
    bad === 0
      ? `All ${sources.length} sources answer.`
      : `${bad} of ${sources.length} sources need attention.`,
  );
  process.exitCode = bad === 0 ? 0 : 1;
}

function describe(source: Source, check: SourceCheck): string {
  const state = stateOf(check);
  const { validUntil, missing } = check.token;
  const name = [source.title, source.instance].filter(Boolean).join(' ');
  const facts = [
    check.answeredAs,
    check.latencyMs === undefined ? undefined : `${check.latencyMs} ms`,
    validUntil && `credential valid until ${validUntil}`,
    missing && `lacks ${missing.join(', ')}`,
  ].filter(Boolean);
  return [
    `${MARKS[state]} ${name} (${source.configKey}): ${WORDS[state]}${
      facts.length > 0 ? `; ${facts.join(', ')}` : ''
    }`,
    ...(check.message ? [`    ${check.message}`] : []),
  ].join('\n');
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch(error => {
  process.stderr.write(`The config can't be read: ${error.message}\n`);
  process.exit(1);
});
