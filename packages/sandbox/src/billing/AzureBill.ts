import type { World } from '../world';
import type { Charge } from './Charge';
import {
  azureCharges,
  SUBSCRIPTION,
  type AzurePriced,
} from './resources/azure';
import { daysBetween } from './usage';
import { usageCharge } from './usageCharge';

const MICROS = 1_000_000;

/** A charge of Azure: its amounts are in millionths of a **euro**. */
export type AzureCharge = Charge & {
  resourceGroup?: string;
  resourceType?: string;
};

/**
 * What the mini-org pays Microsoft, in euros: it grows, rests and is restated as the bill of AWS; a reservation is paid
 * on the first and used all month, and each quarter something is refunded.
 */
export class AzureBill {
  readonly subscription = SUBSCRIPTION;
  readonly #standing: readonly AzurePriced[];

  constructor(world: World) {
    this.#standing = azureCharges(world);
  }

  /**
   * All charges of a day, as they stand on another; none of days that are not over then.
   *
   * @param day `YYYY-MM-DD`
   * @param asOf the day on which the bill is looked at
   */
  day(day: string, asOf: string): AzureCharge[] {
    const age = daysBetween(day, asOf);
    if (age < 1) return [];
    return [
      ...this.#standing.map(({ reserved, ...priced }) => {
        const { quantity: _, ...charge } = usageCharge(priced, day, age);
        return reserved ? { ...charge, billedCost: 0 } : charge;
      }),
      ...(day.endsWith('-01') ? this.#reservations(day) : []),
      ...(isQuarterTenth(day) ? this.#refunds(day) : []),
    ];
  }

  /** A month's use at once: as much as the days then add up to. */
  #reservations(day: string): AzureCharge[] {
    const [year, month] = day.split('-').map(Number);
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return this.#standing
      .filter(({ reserved }) => reserved)
      .map(({ usd, ...priced }) => {
        const cost = Math.round(usd * MICROS) * days;
        return {
          ...this.#without(priced, day),
          chargeCategory: 'Purchase',
          usageType: 'Reservation',
          description: `${priced.serviceName}, reserved for a month`,
          listCost: cost,
          billedCost: cost,
          effectiveCost: 0,
        };
      });
  }

  #refunds(day: string): AzureCharge[] {
    const [{ usd: _, ...priced }] = this.#standing;
    const cost = -42_500_000;
    return [
      {
        ...this.#without(priced, day),
        chargeCategory: 'Credit',
        usageType: 'Refund',
        description: 'Service credit',
        listCost: cost,
        billedCost: cost,
        effectiveCost: cost,
      },
    ];
  }

  /** What is charged to the subscription and not to a resource. */
  #without(priced: Omit<AzurePriced, 'usd'>, day: string) {
    const { providerName, accountId, accountName } = priced;
    const { serviceCategory, serviceName } = priced;
    return {
      day,
      providerName,
      accountId,
      accountName,
      serviceCategory,
      serviceName,
      tags: {},
    };
  }
}

function isQuarterTenth(day: string): boolean {
  return /^\d{4}-(?:01|04|07|10)-10$/.test(day);
}
