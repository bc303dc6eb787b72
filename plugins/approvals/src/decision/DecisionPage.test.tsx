import type { Approval } from '@portico/plugin-approvals-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  inHours,
  largerOrdersDb,
  listOf,
  marta,
  ordersDb,
  ordersDbRow,
  ordersLedger,
} from '../__testUtils__/ordersDb';
import { backendError, open } from '../__testUtils__/render';

// To look for what is hidden as well saves most of the time that a query takes.
const hidden = true;
const region = (name: string) => screen.findByRole('region', { name, hidden });
const button = (name: string) => screen.findByRole('button', { name, hidden });

jest.setTimeout(240_000);

function openOrders(changes: Partial<Approval> = {}, rest = {}) {
  return open('/approvals/a1', {
    api: { get: jest.fn(async () => ordersDb(changes)), ...rest },
  });
}

describe('the decision page', () => {
  it('says what happens, what it costs, where, and how fresh the plan is', async () => {
    openOrders();
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'Larger orders-db',
      }),
    ).toBeInTheDocument();
    expect(screen.getByText(/expires in 23\sh 5\d\smin/)).toBeInTheDocument();
    const fact = (name: string) => screen.getByRole('group', { name });
    expect(fact('What happens to 5 resources')).toHaveTextContent(
      '2 add1 change1 replace1 destroy',
    );
    expect(fact('Cost a month')).toHaveTextContent(
      /187\.20 → becomes 301\.60\sUSD\+114\.40; orders at 525 over a budget of 400/,
    );
    expect(fact('Where')).toHaveTextContent(
      /productionorders-production.*, AWS us-east-1/,
    );
    expect(fact('Plan')).toHaveTextContent('State unchanged since, serial 41');
    expect(screen.getByText(/asks to change/)).toHaveTextContent(
      'Marta Okafor (commerce) asks to change orders in production through add-resource, task #1187aaaa: “48 of 50',
    );
  });

  it('says what the whole entity costs, and who has estimated', async () => {
    const cost = {
      ...largerOrdersDb.cost!,
      fromPriceList: true,
      entityMonthlyBefore: '410.60',
      entityKnownThrough: '2026-11-19',
    };
    openOrders({ change: { ...largerOrdersDb, cost } });
    const fact = await screen.findByRole('group', { name: 'Cost a month' });
    expect(fact).toHaveTextContent(
      '+114.40; orders from 411 to 525 over a budget of 400estimated by the price list of the portal',
    );
    expect(within(fact).getByTitle(/bills to 2026-11-19/)).toBeInTheDocument();
  });

  it('shows the difference, most destructive first, unchanged ones folded', async () => {
    openOrders();
    const difference = await region('Difference');
    expect(difference).toHaveTextContent(/alarm\.orders_cpu_legacy.*destroy/);
    expect(difference).toHaveTextContent(
      'family"postgres15"→ becomes "postgres16" forces replacement',
    );
    expect(difference).toHaveTextContent('restarts the database');
    expect(difference).toHaveTextContent('known after apply');
    expect(difference).toHaveTextContent('42 attributes unchanged');
    expect(difference).not.toHaveTextContent('aws_db_subnet_group');
    await userEvent.click(
      within(difference).getByRole('button', { name: '1 resource unchanged' }),
    );
    expect(difference).toHaveTextContent('aws_db_subnet_group.orders');
    await userEvent.click(
      within(difference).getByRole('button', { name: 'Fold all' }),
    );
    expect(difference).not.toHaveTextContent('max_connections');
  });

  it('never shows what is sensitive', async () => {
    openOrders();
    expect(await region('Difference')).toHaveTextContent(
      'passwordsensitive, changes shown to nobody',
    );
  });

  it('says what users notice, which policies passed and what happened', async () => {
    openOrders();
    expect(await region('What users notice')).toHaveTextContent(
      'restarts the database; orders cannot be placed',
    );
    const policies = await region('Policies');
    expect(policies).toHaveTextContent('7 of 7 passed');
    await userEvent.click(
      within(policies).getByRole('button', { name: '2 more' }),
    );
    expect(policies).toHaveTextContent('Region allowed');
    expect(await region('History')).toHaveTextContent(
      'Jonas Weberapproved for Owner',
    );
  });

  it('says who decides, why, and what each has said', async () => {
    openOrders();
    const section = await region('Who decides');
    expect(section).toHaveTextContent('1 of 2');
    const [owner, platform] = within(section).getAllByRole('listitem');
    expect(owner).toHaveTextContent(
      /Agreed: Owner production always asksJonas Weber, .*“Agreed, apply before 15:00\.”commerce/,
    );
    await waitFor(() =>
      expect(platform).toHaveTextContent(
        'Waiting: Platform more than 100 USD a month; replacesYou, or Kofi Mensah, Lin Zhaoplatform',
      ),
    );
    expect(section).toHaveTextContent('Marta Okafor asked and can’t decide');
    expect(section).toHaveTextContent('Applies run-q8fJ2vXs at once');
  });

  it('approves exactly what is shown, and says what happens next', async () => {
    const next = ordersDbRow({ id: 'a2', title: 'Decommission coupons' });
    const api = openOrders(
      {},
      {
        list: async () => listOf(ordersDbRow(), next),
        decide: jest.fn(async () =>
          ordersDb({
            state: 'approved',
            viewer: { mayDecide: [], mayWithdraw: false, mayRemind: false },
          }),
        ),
      },
    );
    await userEvent.type(await screen.findByLabelText(/Comment/), 'Go ahead');
    await userEvent.click(await button('Approve this plan'));
    const outcome = await screen.findByText('You approved.');
    expect(outcome.closest('[role=status]')).toHaveFocus();
    expect(outcome.parentElement).toHaveTextContent(
      'Applies run-q8fJ2vXs at once, and nothing else.',
    );
    expect(api.decide).toHaveBeenCalledWith('a1', {
      decision: 'approve',
      comment: 'Go ahead',
      fingerprint: 'sha256:1',
    });
    expect(
      screen.getByRole('link', { name: 'Next: Decommission coupons' }),
    ).toHaveAttribute('href', '/approvals/a2');
    expect(screen.queryByRole('button', { name: 'Refuse' })).toBeNull();
  });

  it('says no more that it is applied, once it was planned again', async () => {
    openOrders(
      {},
      {
        decide: async () =>
          ordersDb({
            state: 'superseded',
            viewer: { mayDecide: [], mayWithdraw: false, mayRemind: false },
          }),
      },
    );
    await userEvent.click(await button('Approve this plan'));
    const outcome = await screen.findByText('You approved.');
    expect(outcome.parentElement).toHaveTextContent(
      'Nothing was applied: it was planned again, and everyone is asked again.',
    );
  });

  it('wants a reason before it refuses', async () => {
    const refused = ordersDb({ state: 'refused' });
    const api = openOrders({}, { decide: jest.fn(async () => refused) });
    await userEvent.click(await button('Refuse'));
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Say why first: a refusal goes to Marta Okafor with its reason.',
    );
    expect(screen.getByLabelText(/Comment/)).toHaveFocus();
    expect(api.decide).not.toHaveBeenCalled();
    await userEvent.keyboard('Not before Friday');
    await userEvent.click(await button('Refuse'));
    expect(await screen.findByText('You refused.')).toBeInTheDocument();
    expect(api.decide).toHaveBeenCalledWith(
      'a1',
      expect.objectContaining({
        decision: 'refuse',
        comment: 'Not before Friday',
      }),
    );
  });

  it.each<[string, string, Partial<Approval>]>([
    ['asked oneself', 'You asked for it; others decide.', {}],
    ['is not asked', 'Platform decides.', {}],
    ['comes too late', 'It was refused.', { state: 'refused' }],
  ])('offers no decision to who %s', async (_, whyNot, changes) => {
    const viewer = { mayDecide: [], whyNot, mayWithdraw: false };
    openOrders({ ...changes, viewer: { ...viewer, mayRemind: false } });
    const approve = await button('Approve this plan');
    expect(approve).toBeDisabled();
    expect(approve).toHaveAccessibleDescription(whyNot);
    expect(await button('Refuse')).toBeDisabled();
  });

  it('takes no decision once the time is over, before the server says so', async () => {
    openOrders({ expiresAt: inHours(-0.01) });
    expect(await button('Approve this plan')).toBeDisabled();
    expect(
      screen.getByText('It has expired; nothing was applied.'),
    ).toBeInTheDocument();
    expect(screen.getAllByText('Expired')).not.toHaveLength(0);
    expect(await region('Who decides')).not.toHaveTextContent('You, or');
  });

  it('keeps the comment when it was planned again meanwhile, and says what changed', async () => {
    const superseded = ordersDb({
      state: 'superseded',
      supersededBy: 'a9',
      viewer: {
        mayDecide: [],
        whyNot: 'It was planned again, and everyone is asked again.',
        mayWithdraw: false,
        mayRemind: false,
      },
    });
    const planned = ordersDb({
      id: 'a9',
      title: 'Larger orders-db, again',
      change: {
        ...largerOrdersDb,
        cost: { ...largerOrdersDb.cost!, monthlyAfter: '401.60' },
        resources: largerOrdersDb.resources.slice(1),
      },
    });
    let current = ordersDb();
    openOrders(
      {},
      {
        get: jest.fn(async (id: string) => (id === 'a9' ? planned : current)),
        decide: jest.fn(async () => {
          current = superseded;
          throw backendError('ConflictError', 'It was planned again.');
        }),
      },
    );
    await userEvent.type(await screen.findByLabelText(/Comment/), 'Fine');
    await userEvent.click(await button('Approve this plan'));
    const again = await screen.findByRole('status', { name: 'Planned again' });
    expect(again).toHaveTextContent(
      'costs 401.60 USD a month afterwards, not 301.60',
    );
    expect(again).toHaveTextContent('orders_cpu_legacy: no longer touched');
    expect(screen.getByLabelText(/Comment/)).toHaveValue('Fine');
    expect(await button('Approve this plan')).toBeDisabled();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Your decision was not taken. It was planned again meanwhile. See the new plan',
    );
    await userEvent.click(
      within(again).getByRole('link', { name: 'See the new plan' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Larger orders-db, again' }),
    ).toBeInTheDocument();
    expect(screen.getByLabelText(/Comment/)).toHaveValue('Fine');
  });

  it('says what the task has done, and how to remove what could not be', async () => {
    openOrders();
    const ledger = await region('What task #1187aaaa has done');
    expect(await within(ledger).findByText('Found and kept')).toBeVisible();
    const failed = within(ledger).getByRole('list', {
      name: 'Could not be removed',
    });
    expect(failed).toHaveTextContent(
      'Namespace orders-pr-214: a finalizer still waits',
    );
    expect(failed).toHaveTextContent('remove orders-pr-214');
    // What removes a thing that is to stay is no help here, and is too easily copied.
    expect(within(ledger).getAllByText(/^remove /)).toHaveLength(1);
  });

  it('has what was left removed once more', async () => {
    const cleanup = {
      taskId: '1187',
      state: 'incomplete' as const,
      reason: 'failed' as const,
      attempts: 3,
      startedAt: inHours(-0.1),
    };
    const ledger = async () => ({ ...ordersLedger, cleanup });
    const api = openOrders({}, { ledger });
    await userEvent.click(await button('Run clean-up again'));
    expect(api.cleanUp).toHaveBeenCalledWith(ordersDb().taskId);
    expect(screen.getByText(/tried 3 times, last/)).toBeInTheDocument();
  });

  it('lets whoever asked remind the others and withdraw with a reason', async () => {
    const viewer = {
      mayDecide: [],
      whyNot: 'You asked for it; others decide.',
    };
    const asked = ordersDb({
      viewer: { ...viewer, mayWithdraw: true, mayRemind: true },
    });
    const api = open('/approvals/a1', {
      user: marta,
      api: {
        get: async () => asked,
        remind: jest.fn(async () => asked),
        withdraw: jest.fn(async () => ordersDb({ state: 'withdrawn' })),
      },
    });
    await userEvent.click(await button('Remind them'));
    expect(await button('Reminded')).toBeDisabled();
    await userEvent.click(await button('Withdraw…'));
    const dialog = screen.getByRole('dialog');
    await userEvent.click(within(dialog).getByLabelText(/Why/));
    await userEvent.paste('Not needed');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Withdraw' }),
    );
    expect(api.withdraw).toHaveBeenCalledWith('a1', 'Not needed');
    expect(await screen.findAllByText('Withdrawn')).not.toHaveLength(0);
  });

  it.each([
    ['NotFoundError', 'There is no such approval, or it is not yours to see'],
    ['NotAllowedError', 'Your role does not see approvals'],
    ['ServiceUnavailableError', 'Unknown: the approval could not be read'],
  ])('explains a %s', async (name, words) => {
    openOrders(
      {},
      {
        get: async () => {
          throw backendError(name, 'Details');
        },
      },
    );
    expect(await screen.findByText(words)).toBeInTheDocument();
  });
});
