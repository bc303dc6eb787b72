import { InputError } from '@backstage/errors';
import type { LabelMatcher } from './LabelMatcher';

/** Annotation whose matchers say which alerts are an entity's. */
export const ALERT_SELECTOR = 'portico/alert-selector';

const EXAMPLE = `write e.g. service="orders", team=~"commerce|checkout"`;
const LONGEST = 1_000;
const MATCHER =
  /[ \t]*([a-zA-Z_][a-zA-Z0-9_]*)[ \t]*(=~|!~|!=|=)[ \t]*"((?:[^"\\\r\n]|\\["\\n])*)"[ \t]*(?:,|$)/y;
/** Alternatives of letters, digits and a few signs, each with at most two `.*`: nothing that could take long to match. */
const ALTERNATIVE = /^(?:[\w \-:/@]|\\\.)*(?:\.\*(?:[\w \-:/@]|\\\.)*){0,2}$/;

/**
 * Reads label matchers as Alertmanager writes them. A regular expression may have alternatives and `.*` only, since
 * it is the portal that matches them.
 *
 * @throws InputError that says what to write instead
 */
export function parseAlertSelector(text: string): LabelMatcher[] {
  if (text.length > LONGEST) {
    throw problem(`has more than ${LONGEST} characters`);
  }
  const trimmed = text.trim();
  const matchers: (LabelMatcher & { selects: boolean })[] = [];
  MATCHER.lastIndex = 0;
  while (MATCHER.lastIndex < trimmed.length) {
    const at = MATCHER.lastIndex;
    const match = MATCHER.exec(trimmed);
    if (!match) throw problem(`can't be read from character ${at + 1} on`);
    const [, name, operator, raw] = match;
    matchers.push(toMatcher(name, operator, raw));
  }
  if (!matchers.some(({ selects }) => selects)) {
    throw problem('needs one label with = or =~ and a value');
  }
  return matchers;
}

function toMatcher(name: string, operator: string, raw: string) {
  const value = raw.replace(/\\(["\\n])/g, (_, sign: string) =>
    sign === 'n' ? '\n' : sign,
  );
  const wanted = operator.startsWith('=');
  const selects = wanted && value !== '';
  if (!operator.endsWith('~')) {
    return {
      name,
      selects,
      test: (given: string) => (given === value) === wanted,
    };
  }
  if (!value.split('|').every(part => ALTERNATIVE.test(part))) {
    throw problem(
      `has the regular expression "${value}"; only alternatives (a|b) and .* are taken`,
    );
  }
  const expression = new RegExp(`^(?:${value})$`, 's');
  return {
    name,
    selects: selects && !expression.test(''),
    test: (given: string) => expression.test(given) === wanted,
  };
}

function problem(what: string): InputError {
  return new InputError(`${ALERT_SELECTOR} ${what}; ${EXAMPLE}.`);
}
