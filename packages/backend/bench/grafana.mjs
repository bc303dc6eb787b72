/**
 * How light a dashboard of 20 panels is: `npm run bench -- grafana`. First and second load, six panels at once as the
 * page asks for them; the calls to Grafana that it took; and the bytes to the browser against those that Grafana
 * itself sends for the same panels: the very same queries' answers, compressed alike.
 */
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { freePort } from './freePort.mjs';
import { atOnce, median, secondsOf } from './measure.mjs';
import { publish } from './publish.mjs';
import { RecordingProxy } from './RecordingProxy.mjs';
import { startBackend } from './startBackend.mjs';

const ROUNDS = 5;
const AT_ONCE = 6;
const POINTS = 800;
const RANGES = { '1 h': 3_600_000, '24 h': 86_400_000 };
const HELD_MS = 60_000; // longer than any answer is kept

const agent = new Agent({ keepAlive: true });
const require = createRequire(import.meta.url);
const { createSandbox } = require('@portico/sandbox');

const folder = mkdtempSync(join(tmpdir(), 'portico-bench-'));
process.stderr.write('Starting the sandbox …\n');
const sandbox = await createSandbox({
  dataDir: join(folder, 'sandbox'),
  ports: 'free',
});
const proxy = await RecordingProxy.start(sandbox.urls.grafana, {
  answers: true,
});
const backend = await startBackend({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'bench', namespace: 'default' },
      spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    },
  ],
  plugins: ['@portico/plugin-grafana-backend'],
  config: {
    grafana: {
      instances: [
        { name: 'bench', url: proxy.url, token: 'grafana-sandbox-token' },
      ],
    },
  },
  folder,
  port: await freePort(),
});

const lines = [
  '| range | panels | first load | second | calls to Grafana, first | second | bytes to the browser | those that Grafana sends | share |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
];
let missed = 0;
try {
  await load(rangeBefore(Date.now() - 3 * HELD_MS, 600_000)); // libraries are read once
  for (const [name, length] of Object.entries(RANGES)) {
    const found = await measure(length);
    const share = found.bytes / found.grafana;
    if (found.secondCalls > 0) missed += 1;
    if (share > 1) missed += 1;
    lines.push(
      `| ${name} | ${found.panels} | ${ms(found.first)} | ${ms(
        found.second,
      )} | ${found.firstCalls} | ${found.secondCalls} | ${kb(
        found.bytes,
      )} | ${kb(found.grafana)} | ${share.toFixed(2)} |`,
    );
  }
} finally {
  await backend.stop();
  proxy.stop();
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
}
publish('grafana', lines, missed);

/** Each round asks for another range, so that nothing is there yet; the second load asks for the same. */
async function measure(length) {
  const firsts = [];
  const seconds = [];
  let last;
  for (let round = 0; round < ROUNDS; round++) {
    const range = rangeBefore(Date.now() - (round + 1) * HELD_MS, length);
    proxy.take();
    let first;
    firsts.push(await secondsOf(async () => (first = await load(range))));
    const { asked } = proxy.take();
    seconds.push(await secondsOf(() => load(range)));
    last = {
      panels: first.panels,
      bytes: first.bytes,
      grafana: asked
        .filter(({ url }) => url.startsWith('/api/ds/query'))
        .reduce((sum, { answer }) => sum + gzipSync(answer).length, 0),
      firstCalls: asked.length,
      secondCalls: proxy.take().asked.length,
    };
  }
  return { ...last, first: median(firsts), second: median(seconds) };
}

/** Opens the dashboard as the page does; compressed bytes of the panels' answers. */
async function load({ from, to }) {
  const entity = `${backend.url}/grafana/dashboards/component/default/bench`;
  const { items } = JSON.parse((await receive(entity)).text);
  const { instance, uid } = items[0];
  const range = `from=${from}&to=${to}`;
  const view = await receive(`${entity}/${instance}/${uid}?${range}`);
  const panels = JSON.parse(view.text).panels.filter(
    ({ kind, drawn }) => kind === 'panel' && drawn === 'native',
  );
  let bytes = 0;
  await atOnce(panels, AT_ONCE, async ({ key }) => {
    const panel = await receive(
      `${backend.url}/grafana/panels/component/default/bench/${instance}/${uid}/${key}?${range}&points=${POINTS}`,
    );
    bytes += panel.bytes;
  });
  return { panels: panels.length, bytes };
}

function rangeBefore(to, length) {
  return { from: to - length, to };
}

/** What came, and how many bytes it was on the wire. */
function receive(url) {
  return new Promise((resolve, reject) => {
    get(
      url,
      { agent, headers: { ...backend.headers, 'accept-encoding': 'gzip' } },
      response => {
        const chunks = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks);
          const packed = response.headers['content-encoding'] === 'gzip';
          const text = String(packed ? gunzipSync(body) : body);
          if (response.statusCode === 200)
            resolve({ bytes: body.length, text });
          else
            reject(
              new Error(`${url} answered ${response.statusCode}: ${text}`),
            );
        });
      },
    ).on('error', reject);
  });
}

function ms(seconds) {
  return `${Math.round(seconds * 1000)} ms`;
}

function kb(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
