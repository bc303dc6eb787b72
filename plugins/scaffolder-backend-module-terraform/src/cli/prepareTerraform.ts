import { InputError } from '@backstage/errors';
import type { CliSettings } from '../config/readTerraformConfig';
import type { TerraformVariable } from '../TerraformExecutor';
import { childEnvironment } from './childEnvironment';
import { findBinary } from './findBinary';
import { TerraformProcess, type ProcessResult } from './TerraformProcess';
import { writeBackend } from './writeBackend';

/** The portal's own server, as far as Terraform sees it. */
export interface CliServer {
  settings: CliSettings;
  environment: NodeJS.ProcessEnv;
}

/**
 * Terraform or OpenTofu, ready to plan: state where the portal's configuration says, plugins there.
 *
 * @throws InputError without the program or a backend, or where it cannot be initialised
 */
export async function prepareTerraform(
  { settings, environment }: CliServer,
  options: {
    workspace: string;
    variables: TerraformVariable[];
    /** Folder of the configuration, which is written to. */
    directory: string;
    /** Empty folder that stands for the home. */
    home: string;
    signal: AbortSignal;
    redact: (text: string) => string;
  },
): Promise<TerraformProcess> {
  const { workspace, variables, directory, home, signal, redact } = options;
  const binary = await findTerraform({ settings, environment });
  const { backend, passEnvironment: pass } = settings;
  await writeBackend({ backend, directory, workspace });
  const terraform = new TerraformProcess({
    binary,
    directory,
    environment: childEnvironment({ environment, pass, variables, home }),
    signal,
  });
  const init = await terraform.run(['init', '-input=false', '-no-color']);
  requireSuccess('initialise', init, redact);
  return terraform;
}

/** Path of the program. @throws InputError if there is none */
export function findTerraform({
  settings,
  environment,
}: CliServer): Promise<string> {
  return findBinary({
    configured: settings.binary,
    path: environment.PATH ?? '',
  });
}

export function failure(phase: string, reasons: string[]): InputError {
  return new InputError(
    `Terraform could not ${phase} the configuration: ${reasons.join('; ')}`,
  );
}

/** @throws InputError with Terraform's prose where the command failed */
export function requireSuccess(
  phase: string,
  { exitCode, stderr }: ProcessResult,
  redact: (text: string) => string,
): void {
  if (exitCode !== 0) throw failure(phase, [redact(errorText(stderr))]);
}

/** Terraform's prose from its first error on: `main.tf:2: Invalid expression. …`. */
export function errorText(stderr: string): string {
  const text = stderr.slice(Math.max(0, stderr.lastIndexOf('Error: ')));
  const place = /\bon (\S+) line (\d+)/.exec(text);
  const plain = text
    .replace(/[│╷╵]/g, '')
    .split('\n')
    .filter(line => !/^\s*(?:on \S+ line \d+|\d+: )/.test(line))
    .join(' ')
    .replace(/^Error: /, '')
    .replace(/\s+/g, ' ')
    .trim();
  return place ? `${place[1]}:${place[2]}: ${plain}` : plain;
}
