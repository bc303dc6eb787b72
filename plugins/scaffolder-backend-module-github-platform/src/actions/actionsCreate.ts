import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { flowLog, githubWritePermission } from '@portico/plugin-flows-common';
import { guardedStep } from '@portico/plugin-flows-node';
import { checkEnvironment } from '../ci/environmentRules';
import { findRun, titleOf, type WorkflowRun } from '../ci/findRun';
import { readWorkflows } from '../ci/readWorkflows';
import { checkNames } from '../ci/settingsScope';
import { setUpCi } from '../ci/setUpCi';
import { PATIENCE, waitForRun, type Patience } from '../ci/waitForRun';
import { createRepoClient } from '../client/createRepoClient';
import { readTarget } from '../guard/withGuard';
import { goesWithRepository } from '../ledger/goesWithRepository';
import type { ActionOptions } from './ActionOptions';
import { examples } from './actionsCreate.examples';
import {
  actionsCreateInput,
  type ActionsCreateInput,
} from './actionsCreate.input';

/**
 * `github:actions:create`: brings workflow files, variables, secrets and environments into a
 * repository, writes only what differs, and can wait for the run that this starts.
 */
export function createGithubActionsCreateAction(
  options: ActionOptions & { patience?: Patience },
) {
  const { guard, ledger, patience = PATIENCE, ...access } = options;
  return createTemplateAction({
    id: 'github:actions:create',
    description:
      'Sets up GitHub Actions: workflow files, variables, secrets, environments; can wait for the first run.',
    examples,
    supportsDryRun: true,
    schema: {
      input: actionsCreateInput,
      output: {
        created: z => z.boolean().describe('Whether this task made something'),
        changedFiles: z => z.array(z.string()).describe('Files committed'),
        runUrl: z => z.string().describe('Page of the run').optional(),
        runStatus: z => z.string().describe('e.g. completed').optional(),
        runConclusion: z => z.string().describe('e.g. success').optional(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal, workspacePath } = ctx;
      const { workflow, timeoutMinutes, wait } = readWait(input);
      const files = await readWorkflows({ workspacePath, ...input });
      checkInput(input, files);
      const client = await createRepoClient({
        ...access,
        repoUrl: input.repoUrl,
        token: input.token,
        logger,
        signal,
      });

      await guardedStep({
        guard,
        ctx,
        permission: githubWritePermission,
        eventId: 'github-actions-create',
        target: readTarget(input),
        work: async () => {
          if (ctx.isDryRun) {
            logger.info(
              `Dry run: ${
                Object.keys(files).join(', ') || 'no file'
              } would be brought to ${client.slug}`,
            );
            ctx.output('created', true);
            ctx.output('changedFiles', Object.keys(files));
            return;
          }
          logger.info(flowLog.section('Set up'));
          const setup = await setUpCi({ client, input, files, logger });
          const first = await ctx.checkpoint({
            key: `github.actions.${client.slug}`,
            fn: async () => setup,
          });
          await ledger.note(ctx, first.created ? 'made' : 'kept', {
            kind: 'Workflows, secrets, environment',
            name: first.summary,
            url: first.url,
            ...(first.created
              ? await goesWithRepository(ledger, ctx, client.slug)
              : { ifItFails: 'left alone' }),
          });
          ctx.output('created', first.created);
          ctx.output('changedFiles', first.changedFiles);
          const { commit } = setup;
          if (wait) logger.info(flowLog.section('Run'));
          const run = wait
            ? await waitForRun({
                client,
                commit,
                workflow,
                timeoutMs: timeoutMinutes * 60_000,
                patience,
                logger,
                signal,
              })
            : await findRun(client, commit, workflow);
          if (run && !wait) {
            logger.info(
              `${titleOf(run)} of ${commit.slice(0, 7)}: ${run.html_url}`,
            );
          }
          const did = describeRun(run, wait);
          const message =
            [did, first.brief].filter(Boolean).join(', ') || first.summary;
          logger.info(flowLog.progress({ done: 1, total: 1, message }));
          if (!run) return;
          ctx.output('runUrl', run.html_url);
          ctx.output('runStatus', run.status ?? 'queued');
          if (run.conclusion) ctx.output('runConclusion', run.conclusion);
        },
      });
    },
  });
}

/** e.g. `CI #1 passed`; `CI #1 queued` where nobody waited for it. */
function describeRun(run: WorkflowRun | undefined, waited: boolean): string {
  if (!run) return '';
  if (!waited || run.conclusion !== 'success') {
    const state = run.conclusion ?? run.status ?? 'queued';
    return `${titleOf(run)} ${state.replaceAll('_', ' ')}`;
  }
  return `${titleOf(run)} passed`;
}

function readWait({ waitForRun: wait = false }: ActionsCreateInput) {
  const { workflow, timeoutMinutes = 15 } =
    typeof wait === 'object' ? wait : { workflow: undefined };
  if (!(timeoutMinutes > 0 && timeoutMinutes <= 360)) {
    throw new InputError(
      `waitForRun.timeoutMinutes must be more than 0 and at most 360, not ${timeoutMinutes}.`,
    );
  }
  return { wait: Boolean(wait), workflow, timeoutMinutes };
}

/** @throws InputError before GitHub is asked for anything */
function checkInput(input: ActionsCreateInput, files: object): void {
  const { variables, secrets, environments = [] } = input;
  const isEmpty = [files, variables ?? {}, secrets ?? {}, environments].every(
    part => Object.keys(part).length === 0,
  );
  if (isEmpty && !input.waitForRun) {
    throw new InputError(
      'There is nothing to set up: give workflows or sourcePath, variables, secrets, or environments.',
    );
  }
  for (const scope of [input, ...environments]) {
    checkNames('variable', scope.variables);
    checkNames('secret', scope.secrets);
  }
  environments.forEach(checkEnvironment);
  const all = environments.map(({ name }) => name.toLocaleLowerCase('en-US'));
  const twice = all.find((name, index) => all.indexOf(name) !== index);
  if (twice) {
    throw new InputError(`The environment '${twice}' is named twice.`);
  }
}
