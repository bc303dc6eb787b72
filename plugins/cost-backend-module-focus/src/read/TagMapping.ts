import { columnKey } from './mapColumns';

const COLUMN = /^column:(.+)$/;

/**
 * Tags under other names: `service` from `user:service`, as AWS writes it in some exports, or from a column that a
 * provider adds (`column:oci_CompartmentName`).
 */
export class TagMapping {
  readonly #sources: readonly { tag: string; from: string; column?: string }[];

  /** @param tags what each is taken from, by the name that it gets */
  constructor(tags: Readonly<Record<string, string>> = {}) {
    this.#sources = Object.entries(tags).map(([tag, from]) => {
      const [, column] = COLUMN.exec(from) ?? [];
      return { tag, from, column };
    });
  }

  /** Columns that are wanted beside FOCUS'. */
  get columns(): string[] {
    return this.#sources.flatMap(({ column }) => column ?? []);
  }

  /** Tags with those that are mapped. One that is there under its own name stays. */
  apply(
    tags: Readonly<Record<string, string>>,
    record: Readonly<Record<string, unknown>>,
  ): Record<string, string> {
    const mapped = { ...tags };
    for (const { tag, from, column } of this.#sources) {
      const value = column ? record[columnKey(column)] : tags[from];
      if (value === undefined || value === null || value === '') continue;
      mapped[tag] ??= String(value);
    }
    return mapped;
  }
}
