import type { World } from '../world';
import type { Charge, Micros, Priced } from './Charge';
import { eventsOf } from './events';
import { clusterCharges } from './resources/cluster';
import { nobodysCharges } from './resources/nobodys';
import { serviceCharges } from './resources/services';
import { storeCharges } from './resources/stores';
import { daysBetween, usageOn } from './usage';
import { usageCharge } from './usageCharge';

const SUPPORT_RATE = 0.1;
const TAX_RATE = 0.08;
const MICROS = 1_000_000;

/**
 * What the mini-org pays its clouds, day by day: one bill, which Cost Explorer, the exports and OpenCost tell alike.
 * Usage grows, rests at weekends and runs away now and then; the newest days are not whole yet; a Savings Plan covers
 * a part of the nodes; support and tax come on the first, a credit once a quarter.
 */
export class Bill {
  readonly #world: World;
  readonly #standing: readonly Priced[];

  constructor(world: World) {
    this.#world = world;
    this.#standing = [
      ...clusterCharges(world),
      ...storeCharges(world),
      ...serviceCharges(world),
      ...nobodysCharges(world),
    ];
  }

  /**
   * All charges of a day, as they stand on another; none of days that are not over then.
   *
   * @param day `YYYY-MM-DD`
   * @param asOf the day on which the bill is looked at
   */
  day(day: string, asOf: string): Charge[] {
    const age = daysBetween(day, asOf);
    if (age < 1) return [];
    const events = eventsOf(this.#world, day.slice(0, 7))
      .filter(({ from, to }) => from <= day && day <= to)
      .map(({ charge }) => charge);
    const usage = [...this.#standing, ...events].map(priced =>
      usageCharge(priced, day, age),
    );
    return [...usage, this.#savingsPlan(day, usage), ...this.#monthly(day)];
  }

  /** What is paid for the plan each day: what it saves is spread over what it covers. */
  #savingsPlan(day: string, usage: readonly Charge[]): Charge {
    const [management] = this.#world.accounts;
    const covered = usage.reduce(
      (sum, { effectiveCost, billedCost }) =>
        sum + (effectiveCost - billedCost),
      0,
    );
    return {
      day,
      providerName: 'AWS',
      accountId: management.id,
      accountName: management.name,
      serviceCategory: 'Compute',
      serviceName: 'Savings Plans for AWS Compute usage',
      usageType: 'ComputeSP:1yrNoUpfront',
      chargeCategory: 'Purchase',
      description: '1 year, No Upfront, Compute Savings Plan',
      tags: {},
      listCost: covered,
      billedCost: covered,
      effectiveCost: 0,
    };
  }

  #monthly(day: string): Charge[] {
    const [management] = this.#world.accounts;
    const base = (
      part: Pick<Charge, 'serviceName' | 'chargeCategory' | 'description'>,
      cost: Micros,
    ): Charge => ({
      day,
      providerName: 'AWS',
      accountId: management.id,
      accountName: management.name,
      serviceCategory: 'Other',
      usageType: 'Global',
      tags: {},
      listCost: cost,
      billedCost: cost,
      effectiveCost: cost,
      ...part,
    });
    if (day.endsWith('-01')) {
      const month = 30 * this.#standing.reduce((sum, { usd }) => sum + usd, 0);
      const support = Math.round(
        month * SUPPORT_RATE * usageOn(day, 'support') * MICROS,
      );
      return [
        base(
          {
            serviceName: 'AWS Support (Business)',
            chargeCategory: 'Usage',
            description: '10 % of monthly AWS usage',
          },
          support,
        ),
        base(
          {
            serviceName: 'Tax',
            chargeCategory: 'Tax',
            description: 'Sales tax on support',
          },
          Math.round(support * TAX_RATE),
        ),
      ];
    }
    if (
      ['01', '04', '07', '10'].includes(day.slice(5, 7)) &&
      day.endsWith('-15')
    ) {
      return [
        base(
          {
            serviceName: 'Amazon Elastic Compute Cloud - Compute',
            chargeCategory: 'Credit',
            description: 'AWS promotional credit',
          },
          -250 * MICROS,
        ),
      ];
    }
    return [];
  }
}
