import { ensureInstalled } from './install.mjs';
import { ensureNode } from './node24.mjs';
import { RESULTS } from './paths.mjs';
import { launch } from './processes.mjs';
import { TRANSFORM } from './services.mjs';

const BENCHES = {
  health:
    'how light health is, for 1,000 and 5,000 components; needs a real Prometheus, takes some minutes',
  grafana: 'how light a dashboard of 20 panels is',
  cost: 'how light cost is with 8 million rows, on SQLite and PostgreSQL; takes a quarter of an hour',
};

/**
 * `npm run bench`: all of them; `npm run bench -- grafana`: one; `npm run bench -- cost --rows=800000`: with its options.
 * Ends with 1 where a goal is missed.
 */
export async function bench(args) {
  const options = args.filter(it => it.startsWith('--'));
  const wanted = args.filter(it => !it.startsWith('--'));
  const unknown = wanted.filter(name => !(name in BENCHES));
  if (unknown.length) {
    const all = Object.entries(BENCHES).map(it => `  ${it.join(': ')}`);
    process.stderr.write(
      `There is no bench '${unknown.join("', '")}'. There are:\n${all.join(
        '\n',
      )}\n`,
    );
    return 1;
  }
  const toolchain = await ensureNode();
  await ensureInstalled(toolchain);
  const { node, env } = toolchain;
  let worst = 0;
  for (const name of wanted.length ? wanted : Object.keys(BENCHES)) {
    const { code } = await launch(
      node,
      [
        '--no-node-snapshot',
        ...TRANSFORM,
        `packages/backend/bench/${name}.mjs`,
        ...(wanted.length ? options : []),
      ],
      { env: { ...env, PORTICO_RESULTS: RESULTS } },
    ).exited;
    worst = Math.max(worst, code ?? 1);
  }
  return worst;
}
