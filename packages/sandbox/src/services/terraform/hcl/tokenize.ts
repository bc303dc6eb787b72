import { EvaluationError } from './EvaluationError';
import { stringEnd } from './splitTemplate';

export interface Token {
  type: 'number' | 'string' | 'name' | 'symbol' | 'end';
  /** For a string: its inside, escapes and interpolations unread. */
  text: string;
}

const SYMBOLS = /^(?:\.\.\.|&&|\|\||==|!=|<=|>=|=>|[-+*/%<>!?:.,()[\]{}=])/;
const NAME = /^[A-Za-z_][\w-]*/;
const NUMBER = /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/;

/** Cuts an HCL expression into tokens. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < source.length) {
    const rest = source.slice(i);
    const blank = /^(?:\s+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)/.exec(rest);
    if (blank) {
      i += blank[0].length;
      continue;
    }
    if (rest[0] === '"') {
      const end = stringEnd(source, i + 1);
      tokens.push({ type: 'string', text: source.slice(i + 1, end) });
      i = end + 1;
      continue;
    }
    const previous = tokens[tokens.length - 1]?.text;
    const number = NUMBER.exec(previous === '.' ? rest.split('.', 1)[0] : rest);
    const name = NAME.exec(rest);
    const symbol = SYMBOLS.exec(rest);
    const match = number ?? name ?? symbol;
    if (!match) {
      throw new EvaluationError(
        'Invalid expression',
        `The sandbox can't read the expression from '${rest.slice(0, 30)}' on.`,
      );
    }
    let type: Token['type'] = 'symbol';
    if (number) type = 'number';
    else if (name) type = 'name';
    tokens.push({ type, text: match[0] });
    i += match[0].length;
  }
  tokens.push({ type: 'end', text: '' });
  return tokens;
}
