import type { Diagnostic } from './Diagnostic';
import type { ParsedFile } from './parseDirectory';

/** Where a block stands, and the line in it that holds `needle`, if any does. */
export function locate(options: {
  files: ParsedFile[];
  /** The words that open the block, e.g. `['resource', 'aws_s3_bucket', 'main']`. */
  block: string[];
  needle?: string;
}): Pick<Diagnostic, 'file' | 'line' | 'code' | 'context'> {
  const { files, block, needle } = options;
  const [keyword, ...labels] = block;
  const opening = new RegExp(
    `^\\s*${keyword}${labels.map(l => `\\s+"?${l}"?`).join('')}\\s*\\{`,
  );
  for (const { path, text } of files) {
    const lines = text.split('\n');
    const start = lines.findIndex(line => opening.test(line));
    if (start < 0) continue;
    let line = start;
    if (needle) {
      const inside = lines.findIndex(
        (l, i) => i >= start && l.includes(needle),
      );
      if (inside >= 0) line = inside;
    }
    return {
      file: path,
      line: line + 1,
      code: lines[line],
      context:
        line === start
          ? undefined
          : [keyword, ...labels.map(label => `"${label}"`)].join(' '),
    };
  }
  return {};
}
