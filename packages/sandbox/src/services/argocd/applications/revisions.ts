import type { Rendered } from '../render/Renderer';
import type { Application } from '../types';

/** The commits that were rendered, as a status names them: one, or one a source. */
export function revisionsOf(
  { spec }: Application,
  { revisions }: Rendered,
): { revision: string; revisions?: string[] } {
  const revision = revisions[0] ?? '';
  return spec.sources?.length ? { revision, revisions } : { revision };
}
