import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { whoseOf } from '../read/entity/sharesBy';
import { targetOf } from '../read/entity/Target';
import type { Look, LookQuery, Looks } from '../read/Look';
import { EVERYTHING, visibleRefs } from '../read/organisation/partsBy';
import type { Whose } from '../read/sql/lines';
import { csvLine } from './csv';
import { readLines } from './ExportLine';
import { FORMATS, type ExportFormat } from './formats';

/** A file that is made as it is sent. */
export interface Export {
  fileName: string;
  /** `all`: the whole bill; `mine`: what the caller may see of it; else of one entity. */
  scope: 'all' | 'mine' | 'entity';
  lines: AsyncIterable<string>;
}

/** Writes what somebody may see of a month into a file. */
export class Exporter {
  readonly #looks: Looks;

  constructor(options: { looks: Looks }) {
    this.#looks = options.looks;
  }

  /**
   * @throws NotFoundError for an entity that is not in the catalog
   * @throws NotAllowedError where nothing is the caller's to see
   */
  async export(
    query: LookQuery & { format: ExportFormat; entityRef?: string },
    credentials: BackstageCredentials,
  ): Promise<Export> {
    const look = await this.#looks.of(credentials, query);
    const { whose, scope, name } = this.#wanted(look, query.entityRef);
    return {
      fileName: `cost-${name}${look.frame.month}${
        query.format === 'focus' ? '-focus' : ''
      }.csv`,
      scope,
      lines: linesOf(look, whose, query.format),
    };
  }

  #wanted(
    look: Look,
    entityRef?: string,
  ): { whose: Whose; scope: Export['scope']; name: string } {
    if (entityRef !== undefined) {
      const target = targetOf(look, entityRef);
      const name = entityRef.replace(/[^\w.-]+/g, '-');
      return { whose: whoseOf(target), scope: 'entity', name: `${name}-` };
    }
    if (look.seen.all) return { whose: 'all', scope: 'all', name: '' };
    const subjects = visibleRefs(look, EVERYTHING).flatMap(
      ref => look.dictionary.subjects.get(ref) ?? [],
    );
    return { whose: { subjects }, scope: 'mine', name: '' };
  }
}

/** A day at a time, so that no month has to fit into memory. */
async function* linesOf(
  look: Look,
  whose: Whose,
  format: ExportFormat,
): AsyncGenerator<string> {
  const columns = FORMATS[format];
  yield csvLine(columns.map(([name]) => name));
  for (const day of look.frame.days) {
    const lines = await readLines(look, day, whose);
    if (lines.length === 0) continue;
    yield lines
      .map(line =>
        csvLine(columns.map(([, value]) => value(line, look.currency))),
      )
      .join('');
  }
}
