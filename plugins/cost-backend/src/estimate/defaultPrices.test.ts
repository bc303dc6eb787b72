import { mockServices } from '@backstage/backend-test-utils';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { readPrices } from './readPrices';

const ROOT = resolve(__dirname, '../../../..');
const TEMPLATES = join(ROOT, 'templates');

/** What this looks at of a field of a template's form. */
interface FormField {
  'ui:field'?: string;
  'ui:options'?: { items?: unknown[] };
  items?: { enum?: string[] };
}

const prices = readPrices(
  mockServices.rootConfig({
    data: { cost: parse(read(join(ROOT, 'app-config.yaml'))).cost },
  }),
)!;

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

const terraform = readdirSync(TEMPLATES, { recursive: true })
  .map(String)
  .filter(file => file.endsWith('.tf'))
  .map(file => read(join(TEMPLATES, file)))
  .join('\n');

const found = (pattern: RegExp) => [
  ...new Set([...terraform.matchAll(pattern)].map(([, one]) => one)),
];

describe('the price list that comes with the portal', () => {
  const types = prices.items.flatMap(item => item.terraform ?? []);

  it('knows all that the templates make', () => {
    const known = [...types.map(({ type }) => type), ...prices.free];
    const made = found(/^resource "(\w+)"/gm);
    expect(made).toContain('aws_db_instance');
    expect(made.filter(type => !known.includes(type))).toEqual([]);
  });

  it('knows all sizes that they make', () => {
    const sizes = found(/^\s*(?:instance_class|node_type)\s*= "([^"]+)"/gm);
    const known = prices.items.flatMap(item => item.sizes.map(({ id }) => id));
    expect(sizes).toHaveLength(2);
    expect(sizes.filter(size => !known.includes(size))).toEqual([]);
  });

  it('knows all that they ask the price of', () => {
    const ids = prices.items.map(({ id }) => id);
    const asked = ['new-service', 'add-resource'].flatMap(name => {
      const { spec } = parse(read(join(TEMPLATES, name, 'template.yaml')));
      return spec.parameters.flatMap(
        (page: { properties: Record<string, FormField> }) =>
          Object.values(page.properties).flatMap(field =>
            field['ui:field'] === 'CostEstimate'
              ? field['ui:options']?.items
              : field.items?.enum ?? [],
          ),
      );
    });
    expect(asked).toContain('workload');
    expect(
      asked.filter(item => typeof item === 'string' && !ids.includes(item)),
    ).toEqual([]);
  });
});
