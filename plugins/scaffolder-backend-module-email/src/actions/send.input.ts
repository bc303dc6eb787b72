import { InputError } from '@backstage/errors';
import {
  fillIn,
  renderEmail,
  type EmailContent,
} from '@portico/plugin-email-node';
import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

const content = (z: Z) =>
  z
    .object({
      title: z.string().describe('First line, e.g. `Welcome, Nina`'),
      paragraphs: z.array(z.string()).optional(),
      facts: z
        .array(
          z
            .object({
              label: z.string(),
              value: z
                .string()
                .describe('Facts without a value are left out')
                .optional(),
              url: z.string().describe('Page of it').optional(),
            })
            .strict(),
        )
        .describe('One a line, e.g. team and manager')
        .optional(),
      button: z
        .object({ label: z.string(), url: z.string() })
        .strict()
        .describe('The one thing to do next')
        .optional(),
      footer: z.string().describe('Small print').optional(),
    })
    .strict();

/** What a template says to `email:send`. */
export const sendInput = (z: Z) =>
  z
    .object({
      to: z
        .union([z.string(), z.array(z.string())])
        .describe('Addresses; the catalog need not know them'),
      subject: z.string(),
      content: content(z)
        .describe(
          'The mail by its parts, from which HTML and text are made. All of it is plain text and is escaped',
        )
        .optional(),
      html: z
        .string()
        .describe(
          'Instead of content: HTML with `{{ name }}` for values, which are escaped. Write nothing that people typed into it but through values',
        )
        .optional(),
      text: z
        .string()
        .describe('Instead of content: the same as plain text')
        .optional(),
      values: z
        .record(z.string())
        .describe('Values for `{{ name }}` in html, text and subject')
        .optional(),
    })
    .strict();

export type SendInput = Zod.infer<ReturnType<typeof sendInput>>;

/**
 * The mail's subject and both its bodies.
 *
 * @throws InputError if there is neither content nor html and text, or a value is missing
 */
export function compose(input: SendInput): {
  subject: string;
  html: string;
  text: string;
} {
  const { subject, html, text, values = {} } = input;
  const filled = fillIn(subject, values, { as: 'text' });
  if (input.content) {
    return { subject: filled, ...renderEmail(withoutGaps(input.content)) };
  }
  if (html === undefined || text === undefined) {
    throw new InputError(
      "Give the mail's 'content', or both 'html' and 'text'.",
    );
  }
  return {
    subject: filled,
    html: fillIn(html, values, { as: 'html' }),
    text: fillIn(text, values, { as: 'text' }),
  };
}

/** A step that was skipped leaves values empty; a fact or button without one is no fact. */
function withoutGaps(given: NonNullable<SendInput['content']>): EmailContent {
  const { facts = [], paragraphs = [], button, ...rest } = given;
  return {
    ...rest,
    paragraphs: paragraphs.filter(Boolean),
    facts: facts.flatMap(({ label, value, url }) =>
      value ? [{ label, value, ...(url ? { url } : {}) }] : [],
    ),
    ...(button?.url ? { button } : {}),
  };
}
