import { parseMoney, type MonthStanding } from '@portico/plugin-cost-common';
import { budgetStanding } from '../../budgets/budgetStanding';
import { verdictOf } from './verdictOf';

function say(
  toDate: string,
  part: {
    forecast?: string;
    budget?: string;
    change?: number;
    daysKnown?: number;
    scope?: 'mine';
    over?: string[];
    unattributed?: number;
  },
) {
  const { forecast, budget, change, daysKnown = 19, ...rest } = part;
  const ahead = forecast && {
    expected: parseMoney(forecast),
    low: parseMoney(forecast),
    high: parseMoney(forecast),
  };
  const standing: MonthStanding = {
    month: '2026-11',
    toDate,
    daysKnown,
    days: 30,
    before: { month: '2026-10', amount: '1', change },
    ...(forecast && {
      forecast: { amount: forecast, low: forecast, high: forecast },
    }),
    ...(budget && {
      budget: budgetStanding(
        { amount: parseMoney(budget), from: 'config' },
        { spent: parseMoney(toDate), forecast: ahead || undefined },
      ),
    }),
  };
  const { headline, detail, state } = verdictOf({
    standing,
    currency: 'USD',
    scope: 'all',
    through: '2026-11-19',
    over: [],
    ...rest,
  });
  return [state, [headline, detail].filter(Boolean).join(' ')].map(text =>
    text.replaceAll('\u00a0', ' '),
  );
}

describe('verdictOf', () => {
  it.each([
    [
      say('18412.67', {
        forecast: '28950',
        budget: '28000',
        over: ['data', 'commerce'],
        unattributed: 0.168,
      }),
      'heading-over',
      'November is heading 950 USD (3.4 %) over budget: forecast 28,950, budget 28,000. Data and commerce are over theirs; 17 % of the bill has no owner.',
    ],
    [
      say('29000', { forecast: '31000', budget: '28000' }),
      'over',
      'November is 1,000 USD (3.6 %) over budget: 29,000 spent by 19 Nov, budget 28,000.',
    ],
    [
      say('31000', { budget: '28000', daysKnown: 30 }),
      'over',
      'November was 3,000 USD (11 %) over budget: 31,000 spent, budget 28,000.',
    ],
    [
      say('18000', { forecast: '27500', budget: '28000' }),
      'near',
      'November is near its budget: forecast 27,500, budget 28,000.',
    ],
    [
      say('9000', { forecast: '15000', budget: '28000', over: ['data'] }),
      'within',
      'November is within budget: forecast 15,000, budget 28,000. Data is over its budget.',
    ],
    [
      say('18412.67', { change: 0.068 }),
      'none',
      'November has cost 18,412.67 USD by 19 Nov, 6.8 % more than October by then.',
    ],
    [
      say('12.5', { change: -0.2, daysKnown: 30, scope: 'mine' }),
      'none',
      'November cost 12.50 USD for what is yours, 20 % less than October.',
    ],
    [say('0', { daysKnown: 0 }), 'none', 'Nothing is known of November yet.'],
  ])('%j', ([state, words], expected, sentence) => {
    expect(state).toBe(expected);
    expect(words).toBe(sentence);
  });
});
