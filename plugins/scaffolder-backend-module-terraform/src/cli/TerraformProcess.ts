import { spawn } from 'node:child_process';

/** How long Terraform may take to stop by itself once it is interrupted. */
const GRACE_MS = 30_000;

export interface ProcessResult {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs one Terraform command at a time in one folder with one environment. */
export class TerraformProcess {
  readonly #options: {
    binary: string;
    directory: string;
    environment: Record<string, string>;
    signal: AbortSignal;
  };

  constructor(options: {
    binary: string;
    directory: string;
    environment: Record<string, string>;
    signal: AbortSignal;
  }) {
    this.#options = options;
  }

  /**
   * Runs a command to its end; an abort interrupts it, so that it can write its state and unlock it.
   *
   * @throws the signal's reason if it was aborted
   */
  async run(
    args: string[],
    onOutput?: (chunk: string) => void,
  ): Promise<ProcessResult> {
    const { binary, directory, environment, signal } = this.#options;
    signal.throwIfAborted();
    const child = spawn(binary, args, {
      cwd: directory,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: a Ctrl-C meant for the portal does not interrupt it twice.
      detached: true,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      onOutput?.(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    let killer: NodeJS.Timeout | undefined;
    const stop = () => {
      child.kill('SIGINT');
      killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    };
    signal.addEventListener('abort', stop, { once: true });
    try {
      const exitCode = await new Promise<number>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', code => resolve(code ?? -1));
      });
      signal.throwIfAborted();
      return { exitCode, stdout, stderr };
    } finally {
      clearTimeout(killer);
      signal.removeEventListener('abort', stop);
    }
  }
}
