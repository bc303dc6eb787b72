import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SeriesData } from '../loadedSeries';
import { formatFloat } from '../promql/format';

/** What of Prometheus is missing on this machine; empty if nothing is. */
export function missingPrograms(): string {
  const missing = ['prometheus', 'promtool'].filter(
    name => spawnSync(name, ['--version']).status !== 0,
  );
  return missing.length > 0 ? ` (no ${missing.join(', ')} on the PATH)` : '';
}

/** A real Prometheus with samples that were loaded into it, for tests that compare answers. */
export class RealPrometheus {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #directory: string;

  private constructor(url: string, process: ChildProcess, directory: string) {
    this.url = url;
    this.#process = process;
    this.#directory = directory;
  }

  /** Loads samples and starts it on a free port of 127.0.0.1. */
  static async start(data: readonly SeriesData[]): Promise<RealPrometheus> {
    const directory = await mkdtemp(join(tmpdir(), 'portico-prometheus-'));
    const storage = join(directory, 'data');
    await mkdir(storage);
    const input = join(directory, 'samples.txt');
    await writeFile(input, openMetrics(data));
    const loaded = spawnSync(
      'promtool',
      [
        'tsdb',
        'create-blocks-from',
        'openmetrics',
        // The input is read once for each block: of 28 days there would be 336.
        '--max-block-duration=486h',
        input,
        storage,
      ],
      { encoding: 'utf8' },
    );
    if (loaded.status !== 0) throw new Error(loaded.stderr);
    const config = join(directory, 'prometheus.yml');
    await writeFile(config, 'global:\n  evaluation_interval: 1m\n');

    const port = await freePort();
    const started = spawn(
      'prometheus',
      [
        `--config.file=${config}`,
        `--storage.tsdb.path=${storage}`,
        '--storage.tsdb.retention.time=100y',
        `--web.listen-address=127.0.0.1:${port}`,
        '--log.level=error',
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    process.once('exit', () => started.kill());
    const url = `http://127.0.0.1:${port}`;
    while (!(await isReady(url))) {
      if (started.exitCode !== null) throw new Error('Prometheus has ended');
      await setTimeout(50);
    }
    return new RealPrometheus(url, started, directory);
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
    await rm(this.#directory, { recursive: true, force: true });
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/-/ready`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Samples in the text format that `promtool` reads. */
function openMetrics(data: readonly SeriesData[]): string {
  const lines = data.flatMap(({ labels, samples }) => {
    const { __name__, ...rest } = labels;
    const pairs = Object.entries(rest).map(
      ([name, value]) => `${name}="${escape(value)}"`,
    );
    return samples.map(
      ({ at, value }) =>
        `${__name__}{${pairs.join(',')}} ${formatFloat(value)} ${at / 1000}`,
    );
  });
  return `${lines.join('\n')}\n# EOF\n`;
}

function escape(value: string): string {
  return value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
}
