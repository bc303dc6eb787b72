import { InputError } from '@backstage/errors';
import type { Remover } from '@portico/plugin-flows-node';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from 'tar';
import {
  prepareTerraform,
  requireSuccess,
  type CliServer,
} from '../cli/prepareTerraform';
import type { TerraformVariable } from '../TerraformExecutor';
import { STATE, type StateRemoval } from './removals';

/** Stands for secrets, which nobody keeps: what is destroyed does not look at its inputs. */
const FORGOTTEN = 'not-kept-by-portico';

/**
 * `terraform:state`: destroys, on the portal's own server, what a task made in a state that was not
 * there before it.
 */
export function createStateRemover(server: CliServer): Remover {
  return {
    id: STATE,
    async remove({ params }, { signal }) {
      const { workspace, configuration, variables, sensitive } =
        params as unknown as StateRemoval;
      if (!configuration) {
        throw new InputError(
          `The configuration of ${workspace} was too big to be kept, so it has to be destroyed by hand, from the repository that it was pushed to.`,
        );
      }
      const home = await mkdtemp(join(tmpdir(), 'portico-destroy-'));
      try {
        const directory = join(home, 'configuration');
        const archive = join(home, 'configuration.tar.gz');
        await mkdir(directory);
        await writeFile(archive, Buffer.from(configuration, 'base64'));
        await extract({ file: archive, cwd: directory });
        const all: TerraformVariable[] = [
          ...variables.map(one => ({ ...one, sensitive: false })),
          ...sensitive.map(one => ({
            ...one,
            value: FORGOTTEN,
            sensitive: true,
          })),
        ];
        const redact = (text: string) => text;
        const terraform = await prepareTerraform(server, {
          workspace,
          variables: all,
          directory,
          home,
          signal,
          redact,
        });
        const state = await terraform.run(['state', 'list']);
        if (state.exitCode === 0 && !state.stdout.trim()) return 'absent';
        const destroyed = await terraform.run([
          'destroy',
          '-auto-approve',
          '-input=false',
          '-no-color',
          '-lock-timeout=60s',
        ]);
        requireSuccess('destroy what is in', destroyed, redact);
        return 'removed';
      } finally {
        await rm(home, { recursive: true, force: true });
      }
    },
  };
}
