import { existsSync, readFileSync } from 'node:fs';

/** `${NAME}` that is neither escaped (`$${NAME}`) nor has a fallback (`${NAME:-…}`). */
const REQUIRED_VARIABLE = /(?<!\$)\$\{\s*([A-Za-z_][A-Za-z0-9_]*)\s*\}/g;

/** The files given as `--config FILE` or `--config=FILE`. */
function configFilesOf(args: string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg === '--config') return args.slice(index + 1, index + 2);
    return arg.startsWith('--config=') ? [arg.slice('--config='.length)] : [];
  });
}

/**
 * Environment variables that the config files on the command line need and that are not set or
 * empty, each with the file that wants it. Comments in the files do not count.
 */
export function missingEnvironment(
  args: string[],
  env: NodeJS.ProcessEnv,
): { name: string; file: string }[] {
  const missing = new Map<string, string>();
  for (const file of configFilesOf(args).filter(existsSync)) {
    const text = readFileSync(file, 'utf8').replace(/^\s*#.*$/gm, '');
    for (const [, name] of text.matchAll(REQUIRED_VARIABLE)) {
      if (!env[name]) missing.set(name, file);
    }
  }
  return [...missing].map(([name, file]) => ({ name, file }));
}

/** Ends the process with the names of what is missing, before anything is started. */
export function requireEnvironment(): void {
  const missing = missingEnvironment(process.argv.slice(2), process.env);
  if (missing.length === 0) return;
  process.stderr.write(
    `Portico cannot start. Set these environment variables:\n${missing
      .map(({ name, file }) => `  ${name} (used in ${file})\n`)
      .join('')}`,
  );
  process.exit(1);
}
