import { distance } from 'fastest-levenshtein';
import type { CostCatalog } from '../../subjects/CostCatalog';

/** A part of the name that may differ. */
const TOLERANCE = 0.34;
const ENVIRONMENT =
  /[-_.](?:prod|production|staging|stage|dev|development|test|qa)$/;
const PAYS = ['component', 'resource'];

/** Finds entities by names that are nearly theirs. */
export class NameIndex {
  readonly #names: { name: string; ref: string; plain: string }[];

  constructor(catalog: CostCatalog) {
    this.#names = [...catalog.byRef.values()]
      .filter(({ kind }) => PAYS.includes(kind))
      // Components first: of two that are as close, they are meant.
      .sort((a, b) => a.kind.localeCompare(b.kind))
      .map(({ name, ref }) => ({ name, ref, plain: plain(name) }));
  }

  /** The closest one: a few letters off, or the only one (of components, where there are some) that begins with the same word. */
  closest(text: string): { name: string; ref: string } | undefined {
    const wanted = plain(text);
    if (wanted.length < 3) return undefined;
    const limit = Math.max(1, Math.floor(wanted.length * TOLERANCE));
    let best: { name: string; ref: string; off: number } | undefined;
    for (const { name, ref, plain: known } of this.#names) {
      if (Math.abs(known.length - wanted.length) > limit) continue;
      const off = distance(wanted, known);
      if (off <= limit && (!best || off < best.off)) best = { name, ref, off };
    }
    if (best) return { name: best.name, ref: best.ref };
    const [word, rest] = wanted.split('-', 2);
    if (rest === undefined || word.length < 3) return undefined;
    const alike = this.#names.filter(
      ({ plain: known }) => known === word || known.startsWith(`${word}-`),
    );
    const components = alike.filter(({ ref }) => ref.startsWith('component:'));
    const [only, another] = components.length ? components : alike;
    return only && !another ? { name: only.name, ref: only.ref } : undefined;
  }
}

/** Without what says nothing of which one it is: case, kinds of dashes, the environment. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(ENVIRONMENT, '')
    .replace(/[_.\s]+/g, '-');
}
