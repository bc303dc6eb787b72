import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionOptions } from '../actions/ActionOptions';
import { overlayFile, readImage } from '../changes/overlay';
import { readRepositoryFile } from '../changes/wantedFiles';
import { createRepoClient } from '../client/createRepoClient';
import { describeDeployment } from './describeDeployment';
import type { Deployments } from './Deployments';
import { findEarlierRelease } from './findEarlierRelease';
import { findReleaseExamples } from './findRelease.examples';
import { findReleaseInput, findReleaseOutput } from './findRelease.input';
import { readCommits } from './readCommits';

const ENVIRONMENTS = ['dev', 'staging', 'production'];

/** `portico:find-release`: says which release an environment is to run next, or was well with before. */
export function createFindReleaseAction(
  options: Omit<ActionOptions, 'guard' | 'ledger'> & {
    deployments: Deployments;
  },
) {
  const { deployments, ...access } = options;
  return createTemplateAction({
    id: 'portico:find-release',
    description:
      'Finds the image that an environment is to run: what runs in the environment before it, or what it ran itself when it was last healthy. Says what lies between, for people to decide on. Changes nothing.',
    examples: findReleaseExamples,
    supportsDryRun: true,
    schema: { input: findReleaseInput, output: findReleaseOutput },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const { service, environment, how, instance } = input;
      const { environments = ENVIRONMENTS, overlays = 'deploy/overlays' } =
        input;
      const client = await createRepoClient({
        ...access,
        repoUrl: input.repoUrl,
        logger,
        signal,
      });
      const { octokit, owner, repo, slug } = client;
      const { data: repository } = await octokit.rest.repos.get({
        owner,
        repo,
      });
      const main = repository.default_branch;
      const overlay = `${overlays}/${environment}`;
      const imageIn = async (where: string, revision: string) => {
        const file = overlayFile(`${overlays}/${where}`);
        const text = await readRepositoryFile(client, file, revision);
        return text === undefined ? undefined : readImage(text, file);
      };
      const requireImage = async (where: string, revision: string) => {
        const image = await imageIn(where, revision);
        if (image) return image;
        throw new NotFoundError(
          `${slug} has no ${overlayFile(
            `${overlays}/${where}`,
          )} at ${revision}, so ${where} has no image to speak of.`,
        );
      };
      const state = (where: string) =>
        deployments.read(`${service}-${where}`, { instance, logger, signal });

      const current = await requireImage(environment, main);
      const target = await state(environment);
      const { tag, from } = await find();
      logger.info(
        tag === current.tag
          ? `${environment} is set to ${tag} already`
          : `${environment}: ${current.tag} → ${tag} (${from})`,
      );
      const difference = await (how === 'promote'
        ? readCommits(client, current.tag, tag)
        : readCommits(client, tag, current.tag));
      ctx.output('tag', tag);
      ctx.output('currentTag', current.tag);
      ctx.output('image', current.name);
      ctx.output('from', from);
      ctx.output('changed', tag !== current.tag);
      ctx.output('overlay', overlay);
      ctx.output('remoteUrl', repository.clone_url);
      ctx.output('application', `${service}-${environment}`);
      ctx.output('deployed', target !== undefined);
      ctx.output('commits', difference.commits.length);
      if (target) ctx.output('applicationUrl', target.url);
      if (difference.diffUrl) ctx.output('diffUrl', difference.diffUrl);
      ctx.output(
        'change',
        describeDeployment({
          service,
          environment,
          how,
          image: current.name,
          before: current.tag,
          after: tag,
          ...difference,
        }),
      );

      async function find(): Promise<{ tag: string; from: string }> {
        if (input.tag) return { tag: input.tag, from: 'named by the form' };
        return how === 'promote' ? promoted() : earlier();
      }

      async function promoted() {
        const source = environments[environments.indexOf(environment) - 1];
        if (!source) {
          throw new InputError(
            `Nothing is promoted to ${environment}: it is the first of ${environments.join(
              ', ',
            )}, or none of them.`,
          );
        }
        const running = await state(source);
        if (!running) {
          const { tag: set } = await requireImage(source, main);
          return {
            tag: set,
            from: `set in git for ${source}, which Argo CD does not deploy`,
          };
        }
        if (running.health !== 'Healthy' || running.sync !== 'Synced') {
          throw new ConflictError(
            `${running.name} is ${running.sync} and ${running.health}, so it is no release to promote. Mend it first, or name a tag. See ${running.url}`,
          );
        }
        const image = await requireImage(source, running.revision ?? main);
        return { tag: image.tag, from: `healthy in ${source}` };
      }

      async function earlier() {
        if (!target) {
          throw new NotFoundError(
            `There is no application ${service}-${environment}, so nothing that it ran before.`,
          );
        }
        const found = await findEarlierRelease(
          target,
          current.tag,
          async revision => (await imageIn(environment, revision))?.tag,
        );
        return { tag: found.tag, from: `deployed ${found.deployedAt}` };
      }
    },
  });
}
