const HEADING = /^### (.+)$/;
const EMPTY = '_No response_';

/**
 * Answers of a GitHub issue form by the labels of its fields. GitHub writes each as a heading of level
 * three with the answer under it, and `_No response_` for what was left empty.
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema
 */
export function parseIssueForm(body: string): Map<string, string> {
  const answers = new Map<string, string[]>();
  let lines: string[] | undefined;
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const label = HEADING.exec(line)?.[1].trim();
    // A heading in somebody's answer must not overwrite what a field above it said.
    if (label && !answers.has(label)) {
      lines = [];
      answers.set(label, lines);
    } else {
      lines?.push(line);
    }
  }
  return new Map(
    [...answers]
      .map(([label, text]) => [label, text.join('\n').trim()] as const)
      .filter(([, text]) => text !== '' && text !== EMPTY),
  );
}
