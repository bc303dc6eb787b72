import type { Charge } from '../../../billing';
import { Input, invalid } from '../json';
import { costCategoryOf, dimensionOf } from './dimensions';

type Test = (charge: Charge) => boolean;

/**
 * Reads a filter: `And`, `Or`, `Not`, `Dimensions`, `Tags`, `CostCategories`.
 *
 * @throws AwsError `ValidationException` where it has none or several of them
 */
export function readExpression(expression: Input): Test {
  const members = [
    'And',
    'Or',
    'Not',
    'Dimensions',
    'Tags',
    'CostCategories',
  ].filter(member => expression.has(member));
  if (members.length !== 1) {
    throw invalid(
      'Expression should have exactly one of And, Or, Not, Dimensions, Tags, CostCategories',
    );
  }
  const [member] = members;
  switch (member) {
    case 'And':
    case 'Or': {
      const tests = expression
        .list(member)
        .map(one => readExpression(new Input(one)));
      if (tests.length < 2) {
        throw invalid(`Expression ${member} should have at least two members`);
      }
      return member === 'And'
        ? charge => tests.every(test => test(charge))
        : charge => tests.some(test => test(charge));
    }
    case 'Not': {
      const test = readExpression(expression.object('Not'));
      return charge => !test(charge);
    }
    default:
      return readValues(member, expression.object(member));
  }
}

function readValues(member: string, condition: Input): Test {
  const key = condition.text('Key');
  const values = new Set(condition.list('Values').map(String));
  const options = condition.list('MatchOptions').map(String);
  const read = valueOf(member, key);
  if (options.includes('ABSENT')) return charge => read(charge) === '';
  if (options.includes('STARTS_WITH')) {
    return charge => [...values].some(one => read(charge).startsWith(one));
  }
  return charge => values.has(read(charge));
}

function valueOf(member: string, key: string): (charge: Charge) => string {
  if (member === 'Tags') return charge => charge.tags[key] ?? '';
  if (member === 'CostCategories') return costCategoryOf;
  return dimensionOf(key);
}
