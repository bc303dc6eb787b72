import type { TerraformVariable } from '../TerraformExecutor';

/**
 * The whole environment of a Terraform process: what it needs to run, what the configuration lets
 * through, and the step's own variables. Nothing else of the portal's environment reaches it.
 */
export function childEnvironment(options: {
  /** The portal's environment. */
  environment: NodeJS.ProcessEnv;
  /** Names that may pass. */
  pass: string[];
  variables: TerraformVariable[];
  /** Stands for the home folder, so that nobody's credentials files are found by accident. */
  home: string;
}): Record<string, string> {
  const { environment, pass, variables, home } = options;
  const child: Record<string, string> = {
    PATH: environment.PATH ?? '',
    HOME: home,
    LANG: 'C.UTF-8',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
    CHECKPOINT_DISABLE: '1',
  };
  for (const name of pass) {
    const value = environment[name];
    if (value !== undefined) child[name] = value;
  }
  for (const { key, value, category } of variables) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    child[category === 'env' ? key : `TF_VAR_${key}`] = text;
  }
  return child;
}
