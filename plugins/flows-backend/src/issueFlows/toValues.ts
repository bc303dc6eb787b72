import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type { People } from './People';
import { parseIssueForm } from './parseIssueForm';
import type { IssueFlow } from './readIssueFlows';

/**
 * The template's values from an issue's answers. What was left empty is absent.
 *
 * @throws InputError with everything that could not be understood, one line each
 */
export async function toValues(
  flow: IssueFlow,
  issue: { body: string; url: string },
  people: Pick<People, 'named'>,
): Promise<JsonObject> {
  const answers = parseIssueForm(issue.body);
  const values: JsonObject = { issueUrl: issue.url };
  const wrong: string[] = [];
  for (const [name, { field, as }] of Object.entries(flow.parameters)) {
    const answer = answers.get(field);
    if (answer === undefined) continue;
    if (as === 'text') {
      values[name] = answer;
      continue;
    }
    try {
      values[name] = await people.named(as, answer);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      wrong.push(`${field}: ${error.message}`);
    }
  }
  if (wrong.length > 0) throw new InputError(wrong.join('\n'));
  return values;
}
