import { evaluate } from './evaluate';
import { parseTemplate } from './parseExpression';
import { UNKNOWN, type Value } from './Value';

const names: Record<string, Value> = {
  name: 'orders',
  tags: { team: 'commerce', tier: 1 },
  zones: ['a', 'b'],
  hosts: [{ ip: '10.0.0.1' }, { ip: '10.0.0.2' }],
  arn: UNKNOWN,
};

function read(source: string): Value {
  return evaluate(parseTemplate(source), {
    lookup: path => ({ value: names[path[1]], used: 2 }),
  });
}

describe('evaluate', () => {
  it.each<[string, Value]>([
    ['plain', 'plain'],
    ['${var.name}-db', 'orders-db'],
    ['${var.tags["team"]}/${var.tags.tier}', 'commerce/1'],
    ['${1 + 2 * 3 == 7 && !false}', true],
    ['${var.tags.tier > 1 ? "many" : "one"}', 'one'],
    ['${[for i, z in var.zones : "${i}${upper(z)}" if z != "b"]}', ['0A']],
    ['${{ for z in var.zones : z => length(z) }}', { a: 1, b: 1 }],
    ['${var.hosts[*].ip}', ['10.0.0.1', '10.0.0.2']],
    [
      '${merge(var.tags, { tier = 2, "x" : [1, 2] })}',
      { team: 'commerce', tier: 2, x: [1, 2] },
    ],
    ['${join("-", concat(var.zones, ["c"]))}', 'a-b-c'],
    ['${format("%s-%03d", var.name, 7)}', 'orders-007'],
    ['${try(var.tags.missing, "fallback")}', 'fallback'],
    ['$${literal}', '${literal}'],
    ['${"quoted \\"${var.name}\\""}', 'quoted "orders"'],
    ['${var.arn}', UNKNOWN],
    ['arn: ${var.arn}', UNKNOWN],
  ])('reads %s', (source, expected) => {
    expect(read(source)).toEqual(expected);
  });

  it.each([
    ['${var.tags.missing}', 'Unsupported attribute'],
    ['${var.zones[5]}', 'Invalid index'],
    ['${nope(1)}', 'Call to unknown function'],
    ['${1 +}', 'Invalid expression'],
  ])('explains what is wrong with %s', (source, message) => {
    expect(() => read(source)).toThrow(message);
  });
});
