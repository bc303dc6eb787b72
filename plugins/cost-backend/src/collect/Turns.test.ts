import { Turns } from './Turns';

it('lets one at a time begin, the newest of those that wait first, also after a failure', async () => {
  const turns = new Turns();
  const order: string[] = [];
  const work = (name: string) => async () => {
    order.push(`${name} begins`);
    await new Promise(setImmediate);
    order.push(`${name} ends`);
    if (name === 'fails') throw new Error('no');
  };
  await Promise.allSettled([
    turns.take(1, work('fails')),
    turns.take(2, work('old')),
    turns.take(3, work('new')),
  ]);
  await turns.take(0, work('later'));
  expect(order).toEqual(
    ['fails', 'new', 'old', 'later'].flatMap(it => [
      `${it} begins`,
      `${it} ends`,
    ]),
  );
});
