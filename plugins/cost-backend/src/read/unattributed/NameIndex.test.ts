import { entity } from '../../__testUtils__/startCost';
import { CostCatalog } from '../../subjects/CostCatalog';
import { costEntityOf } from '../../subjects/CostEntity';
import { NameIndex } from './NameIndex';

const names = new NameIndex(
  new CostCatalog(
    [
      entity('Component', 'orders'),
      entity('Component', 'lake-ingest'),
      entity('Component', 'payment-gateway'),
      entity('Component', 'payment-ledger'),
      entity('Resource', 'orders-db'),
      entity('Resource', 'lake-curated'),
      entity('System', 'orderz'),
    ].map(costEntityOf),
  ),
);

describe('NameIndex', () => {
  it.each([
    ['Orders', 'orders'],
    ['orders-prod', 'orders'],
    ['oders', 'orders'],
    ['orders_db', 'orders-db'],
    ['orders-dbs', 'orders-db'],
    ['lake-raw', 'lake-ingest'],
    ['payment-gatway', 'payment-gateway'],
  ])('takes %s for %s', (text, name) => {
    expect(names.closest(text)?.name).toBe(name);
  });

  it.each(['payment-cards', 'recommendations', 'or', 'lake'])(
    'does not guess who %s is',
    text => expect(names.closest(text)).toBeUndefined(),
  );
});
