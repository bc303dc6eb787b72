import { EvaluationError } from './EvaluationError';
import type { Expression } from './Expression';
import { splitTemplate } from './splitTemplate';
import { tokenize, type Token } from './tokenize';

const PRECEDENCE: Record<string, number> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

class Parser {
  readonly #tokens: Token[];
  #position = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  parse(): Expression {
    const expression = this.#expression();
    if (this.#peek().type !== 'end') this.#fail();
    return expression;
  }

  #peek(): Token {
    return this.#tokens[this.#position];
  }

  #next(): Token {
    const token = this.#peek();
    this.#position += 1;
    return token;
  }

  #is(text: string): boolean {
    const token = this.#peek();
    return token.type !== 'string' && token.text === text;
  }

  #accept(text: string): boolean {
    if (!this.#is(text)) return false;
    this.#position += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#accept(text)) this.#fail(text);
  }

  #fail(expected?: string): never {
    const found = this.#peek().text || 'the end of the expression';
    throw new EvaluationError(
      'Invalid expression',
      expected
        ? `Expected '${expected}', but found '${found}'.`
        : `Expected the start of an expression, but found '${found}'.`,
    );
  }

  #expression(): Expression {
    const condition = this.#binary(1);
    if (!this.#accept('?')) return condition;
    const then = this.#expression();
    this.#expect(':');
    return {
      type: 'conditional',
      condition,
      then,
      otherwise: this.#expression(),
    };
  }

  #binary(minimum: number): Expression {
    let left = this.#unary();
    for (;;) {
      const { type, text } = this.#peek();
      const precedence = type === 'symbol' ? PRECEDENCE[text] : undefined;
      if (precedence === undefined || precedence < minimum) return left;
      this.#next();
      const right = this.#binary(precedence + 1);
      left = { type: 'binary', operator: text, left, right };
    }
  }

  #unary(): Expression {
    for (const operator of ['-', '!']) {
      if (this.#accept(operator)) {
        return { type: 'unary', operator, operand: this.#unary() };
      }
    }
    return this.#traversal(this.#primary());
  }

  #traversal(start: Expression): Expression {
    let target = start;
    for (;;) {
      if (this.#accept('.')) {
        if (this.#accept('*')) return this.#splat(target);
        const { type, text } = this.#next();
        target =
          type === 'number'
            ? {
                type: 'index',
                target,
                key: { type: 'literal', value: Number(text) },
              }
            : { type: 'attribute', target, name: text };
      } else if (this.#accept('[')) {
        if (this.#accept('*')) {
          this.#expect(']');
          return this.#splat(target);
        }
        const key = this.#expression();
        this.#expect(']');
        target = { type: 'index', target, key };
      } else {
        return target;
      }
    }
  }

  #splat(target: Expression): Expression {
    return {
      type: 'splat',
      target,
      each: this.#traversal({ type: 'element' }),
    };
  }

  #primary(): Expression {
    const token = this.#next();
    if (token.type === 'number') {
      return { type: 'literal', value: Number(token.text) };
    }
    if (token.type === 'string') {
      const parsed = parseTemplate(token.text, { escaped: true });
      return parsed.type === 'literal'
        ? parsed
        : {
            type: 'template',
            parts: parsed.type === 'template' ? parsed.parts : [parsed],
          };
    }
    if (token.type === 'name') return this.#nameOrCall(token.text);
    if (token.text === '(') {
      const inner = this.#expression();
      this.#expect(')');
      return inner;
    }
    if (token.text === '[') return this.#tuple();
    if (token.text === '{') return this.#object();
    this.#position -= 1;
    return this.#fail();
  }

  #nameOrCall(name: string): Expression {
    if (name === 'true') return { type: 'literal', value: true };
    if (name === 'false') return { type: 'literal', value: false };
    if (name === 'null') return { type: 'literal', value: null };
    if (!this.#accept('(')) return { type: 'name', name };
    const args: Expression[] = [];
    let expandLast = false;
    while (!this.#is(')')) {
      args.push(this.#expression());
      if (this.#accept('...')) expandLast = true;
      if (!this.#accept(',')) break;
    }
    this.#expect(')');
    return { type: 'call', name, args, expandLast };
  }

  #tuple(): Expression {
    if (this.#is('for')) return this.#for(']');
    const items: Expression[] = [];
    while (!this.#is(']')) {
      items.push(this.#expression());
      if (!this.#accept(',')) break;
    }
    this.#expect(']');
    return { type: 'tuple', items };
  }

  #object(): Expression {
    if (this.#is('for')) return this.#for('}');
    const items: { key: Expression; value: Expression }[] = [];
    while (!this.#is('}')) {
      const key = this.#binary(1);
      if (!this.#accept('=')) this.#expect(':');
      const value = this.#expression();
      items.push({
        key: key.type === 'name' ? { type: 'literal', value: key.name } : key,
        value,
      });
      this.#accept(',');
    }
    this.#expect('}');
    return { type: 'object', items };
  }

  #for(end: string): Expression {
    this.#expect('for');
    const first = this.#next().text;
    const second = this.#accept(',') ? this.#next().text : undefined;
    this.#expect('in');
    const collection = this.#expression();
    this.#expect(':');
    let value = this.#expression();
    let key: Expression | undefined;
    if (this.#accept('=>')) {
      key = value;
      value = this.#expression();
    }
    const grouped = this.#accept('...');
    const condition = this.#accept('if') ? this.#expression() : undefined;
    this.#expect(end);
    return {
      type: 'for',
      keyName: second && first,
      valueName: second ?? first,
      collection,
      key,
      value,
      condition,
      grouped,
    };
  }
}

/**
 * Parses an expression of the HCL native syntax.
 * See https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 *
 * @throws EvaluationError
 */
export function parseExpression(source: string): Expression {
  return new Parser(tokenize(source)).parse();
}

/** Parses a string as `hcl2json` writes it: text with `${…}` in it. */
export function parseTemplate(
  source: string,
  options = { escaped: false },
): Expression {
  const parts = splitTemplate(source, options).map(
    (part): Expression =>
      'text' in part
        ? { type: 'literal', value: part.text }
        : parseExpression(part.expression),
  );
  return parts.length === 1 ? parts[0] : { type: 'template', parts };
}
