import { spawn } from 'node:child_process';

/** Raised where git ends with an error; the message holds what was asked and what git said. */
export class GitError extends Error {
  name = 'GitError';
  readonly stderr: string;

  constructor(args: string[], exitCode: number | null, stderr: string) {
    super(`git ${args.join(' ')} ended with ${exitCode}: ${stderr.trim()}`);
    this.stderr = stderr;
  }
}

/** Variables that keep the machine's own git configuration and prompts out. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: '/nonexistent',
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_TERMINAL_PROMPT: '0',
  };
}

/**
 * Runs git in a bare repository and returns what it printed.
 *
 * @throws GitError
 */
export function runGit(
  directory: string,
  args: string[],
  input?: string | Buffer,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', [`--git-dir=${directory}`, ...args], {
      env: gitEnvironment(),
    });
    const stdout: Buffer[] = [];
    let stderr = '';
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('error', reject);
    // git may end before it has read its input; its exit code tells why.
    child.stdin.on('error', () => {});
    child.on('close', code => {
      if (code === 0) resolve(Buffer.concat(stdout));
      else reject(new GitError(args, code, stderr));
    });
    child.stdin.end(input);
  });
}
