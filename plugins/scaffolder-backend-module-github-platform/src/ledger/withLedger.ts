import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { FlowLedger } from '@portico/plugin-flows-node';
import { withTimeout } from '../client/withTimeout';
import { goesWithRepository } from './goesWithRepository';

/** What an upstream action makes or changes in a repository. */
export interface Effect {
  /** e.g. "Webhook". */
  kind: string;
  outcome: 'made' | 'changed';
  /** Names it within the repository, from the step's input; empty for the repository's only one. */
  nameOf: (input: JsonObject) => unknown;
  /** Output that holds its page. */
  urlOutput?: string;
}

/** `github.com?owner=mini-org&repo=orders` → `mini-org/orders`. */
export function slugOf(repoUrl: unknown): string {
  const parameters = new URLSearchParams(String(repoUrl).split('?')[1]);
  return `${parameters.get('owner')}/${parameters.get('repo')}`;
}

/** The same action, which notes in the task's ledger what it makes or changes. Upstream's do not. */
export function withLedger<I extends JsonObject, O extends JsonObject>(
  action: TemplateAction<I, O>,
  effect: Effect,
  ledger: FlowLedger,
): TemplateAction<I, O> {
  return {
    ...action,
    async handler(ctx) {
      if (ctx.isDryRun) {
        await action.handler(ctx);
        return;
      }
      const { kind, outcome, nameOf, urlOutput } = effect;
      const slug = slugOf(ctx.input.repoUrl);
      const name = [slug, nameOf(ctx.input)].filter(Boolean).join(' ');
      let url: string | undefined;
      const work = async () => {
        const handled = action.handler({
          ...ctx,
          output(key, value) {
            if (key === urlOutput) url = String(value);
            ctx.output(key, value);
          },
        });
        await withTimeout(Promise.resolve(handled), {
          what: `running ${action.id} on ${slug}`,
          signal: ctx.signal,
        });
        return { created: true, url };
      };
      if (outcome === 'made') {
        const fate = await goesWithRepository(ledger, ctx, slug);
        await ledger.ensure(ctx, { kind, name, ...fate }, work);
      } else {
        await work();
        await ledger.note(ctx, 'changed', {
          kind,
          name,
          ifItFails: 'stays changed',
        });
      }
    },
  };
}
