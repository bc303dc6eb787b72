export interface Config {
  cost?: {
    /**
     * What is paid by contract and is on no cloud's bill: licences, support, seats: docs/cost.md. Each period's amount is
     * spread evenly over its days. Off without this section.
     */
    fixed?: Array<{
      /** What it is, e.g. `GitHub Enterprise`. */
      name: string;
      /** Of a period, e.g. `1200 EUR`; of one seat, where there are seats. Negative for a rebate. */
      amount: string;
      /** How many seats; 1 if absent. */
      seats?: number;
      /** How long a period is: `month` (if absent) or `year`, from `from` on. */
      per?: 'month' | 'year';
      /** First day, `YYYY-MM-DD`. */
      from: string;
      /** Last day; without end if absent. */
      to?: string;
      /** Who sells it, e.g. `GitHub`; the name if absent. */
      provider?: string;
      /** The name if absent. */
      service?: string;
      /** Service category of FOCUS, e.g. `Developer Tools`; `Other` if absent. */
      category?: string;
      /** As those of a bill: `{ service: orders }` makes it a component's own; for `cost.rules`, which split it. */
      tags?: { [tag: string]: string };
    }>;
  };
}
