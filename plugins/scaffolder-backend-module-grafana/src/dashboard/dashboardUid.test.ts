import { dashboardUid } from './dashboardUid';

it('gives each entity one of its own, however it is written', () => {
  const uid = dashboardUid('component:default/orders');
  expect(uid).toMatch(/^orders-[0-9a-f]{8}$/);
  expect(dashboardUid('Component:default/Orders')).toBe(uid);
  expect(dashboardUid('orders')).toBe(uid);
  expect(dashboardUid('component:shop/orders')).not.toBe(uid);
  const long = dashboardUid(`component:default/${'a.b'.repeat(20)}`);
  expect(long).toMatch(/^[\w-]{40}$/);
});
