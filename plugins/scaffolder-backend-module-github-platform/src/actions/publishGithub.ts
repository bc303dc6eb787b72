import { createPublishGithubAction } from '@backstage/plugin-scaffolder-backend-module-github';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { createRepoClient } from '../client/createRepoClient';
import { withGuard } from '../guard/withGuard';
import { repositoryThing } from '../removal/removals';
import {
  findRepository,
  refuseForeignRepository,
} from '../repository/ensureRepository';
import { writeTaskMark } from '../repository/repositoryMark';
import type { ActionOptions } from './ActionOptions';

type PublishInput = JsonObject & { repoUrl: string; token?: string };

/** Upstream's `publish:github`, which refuses repositories of others and can be taken back. */
export function createPublishGithubNotedAction(
  options: ActionOptions,
): TemplateAction<PublishInput> {
  const { guard, ledger, ...access } = options;
  const upstream = createPublishGithubAction(
    options,
  ) as unknown as TemplateAction<PublishInput>;
  return withGuard<PublishInput, JsonObject>(
    {
      ...upstream,
      async handler(ctx) {
        const { logger, signal, task } = ctx;
        if (ctx.isDryRun) {
          await upstream.handler(ctx);
          return;
        }
        const { repoUrl, token } = ctx.input;
        const client = await createRepoClient({
          ...access,
          repoUrl,
          token,
          logger,
          signal,
        });
        const found = await findRepository(client);
        if (found) await refuseForeignRepository(client, found, task.id);
        const { nameWasFreeAt } = await ctx.checkpoint({
          key: `github.repository.${client.slug}.free`,
          fn: async () => ({ nameWasFreeAt: new Date().toISOString() }),
        });
        await ledger.ensure(
          ctx,
          repositoryThing(client.slug, { repoUrl, nameWasFreeAt }),
          async () => {
            await upstream.handler(ctx);
            await writeTaskMark(client, task.id);
            const made = await findRepository(client);
            return { created: true, url: made?.html_url };
          },
        );
      },
    },
    guard,
  );
}
