import { InputError } from '@backstage/errors';
import { DASHBOARD_SELECTOR } from '@portico/plugin-grafana-common';
import jsep from 'jsep';

/** What an expression can ask about a dashboard. */
export interface SelectorFacts {
  title: string;
  tags: readonly string[];
  url: string;
  uid: string;
  folderTitle: string;
  folderUrl: string;
  folderUid: string;
}

type Value = string | number | boolean | null | readonly string[];
type Evaluate = (facts: SelectorFacts) => Value;

const FACTS: readonly (keyof SelectorFacts)[] = [
  'title',
  'tags',
  'url',
  'uid',
  'folderTitle',
  'folderUrl',
  'folderUid',
];
const CONTAINS = '@>';
/** As binding as `==`, like in the community's plugin. */
const CONTAINS_PRECEDENCE = 6;
const EXAMPLE = `tags @> 'orders' && folderTitle == 'Commerce'`;

/**
 * Which dashboards are meant: by one tag, or by an expression with `@>`, `==`, `!=`, `&&`, `||`, `!` and parentheses.
 * https://github.com/backstage/community-plugins/blob/main/workspaces/grafana/plugins/grafana/docs/dashboards-on-component-page.md
 */
export class Selector {
  /** @throws InputError that says where it can't be understood, and what to write */
  static parse(text: string): Selector {
    if (/^[\w-]+$/.test(text)) return Selector.ofTag(text);
    const fail = (problem: string, position?: number): never => {
      const where =
        position === undefined ? '' : ` at character ${position + 1}`;
      throw new InputError(
        `The annotation ${DASHBOARD_SELECTOR} can't be understood${where}: ${problem}. It is: ${text} Write one tag, or an expression such as ${EXAMPLE}`,
      );
    };
    const evaluate = compile(parseExpression(text, fail), problem => {
      const [, name] = problem.match(/^'(.+?)'/) ?? [];
      const at = name === undefined ? -1 : text.indexOf(name);
      return fail(problem, at < 0 ? undefined : at);
    });
    return new Selector(text, facts => evaluate(facts) === true);
  }

  /** Dashboards with that tag. */
  static ofTag(tag: string): Selector {
    return new Selector(`tags @> '${tag}'`, ({ tags }) => tags.includes(tag));
  }

  private constructor(
    /** As an expression. */
    readonly text: string,
    readonly matches: (facts: SelectorFacts) => boolean,
  ) {}
}

/** jsep keeps its operators for all who use it: ours is there only while we parse. */
function parseExpression(
  text: string,
  fail: (problem: string, position?: number) => never,
): jsep.Expression {
  const isOurs = !Object.hasOwn(jsep.binary_ops, CONTAINS);
  if (isOurs) jsep.addBinaryOp(CONTAINS, CONTAINS_PRECEDENCE);
  try {
    return jsep(text);
  } catch (error) {
    const { message, description, index } = error as Error & {
      description?: string;
      index?: number;
    };
    return fail(description ?? message, index);
  } finally {
    if (isOurs) jsep.removeBinaryOp(CONTAINS);
  }
}

function compile(
  node: jsep.Expression,
  fail: (problem: string) => never,
): Evaluate {
  const inner = (value: unknown) => compile(value as jsep.Expression, fail);
  switch (node.type) {
    case 'Literal': {
      const value = node.value as Value;
      return () => value;
    }
    case 'Identifier': {
      const name = FACTS.find(fact => fact === node.name);
      if (name === undefined) {
        return fail(
          `'${node.name}' is nothing that a dashboard has; it has ${FACTS.join(
            ', ',
          )}`,
        );
      }
      return facts => facts[name];
    }
    case 'UnaryExpression': {
      if (node.operator !== '!') {
        return fail(`'${node.operator}' is no operator here; there is !`);
      }
      const argument = inner(node.argument);
      return facts => !argument(facts);
    }
    case 'BinaryExpression':
      return compileBinary(node as jsep.BinaryExpression, inner, fail);
    case 'Compound':
      return fail(
        'two expressions stand side by side, join them with && or ||',
      );
    default:
      return fail(`a ${node.type} has no meaning here`);
  }
}

function compileBinary(
  node: jsep.BinaryExpression,
  inner: (value: unknown) => Evaluate,
  fail: (problem: string) => never,
): Evaluate {
  const left = inner(node.left);
  const right = inner(node.right);
  switch (node.operator) {
    case '&&':
      return facts => left(facts) && right(facts);
    case '||':
      return facts => left(facts) || right(facts);
    case '==':
      return facts => left(facts) === right(facts);
    case '!=':
      return facts => left(facts) !== right(facts);
    case CONTAINS:
      if (node.left.type !== 'Identifier' || node.left.name !== 'tags') {
        return fail(
          `'${CONTAINS}' asks what a list contains: write tags ${CONTAINS} '…'`,
        );
      }
      return facts => facts.tags.includes(right(facts) as string);
    default:
      return fail(
        `'${node.operator}' is no operator here; there are ${CONTAINS} == != && ||`,
      );
  }
}
