export interface Config {
  /** Who has to agree before a flow changes something. Absent: no flow has to ask. */
  approvals?: {
    /**
     * How long an approval can be decided and used, in hours. Default 24.
     * @visibility backend
     */
    expiresInHours?: number;
    /**
     * When those who have not decided are reminded, in percent of the time until it expires. Default 50.
     * @visibility backend
     */
    remindAtPercent?: number;
    /**
     * Whether one person may agree in more than one role, e.g. as owner and for the platform. Default false.
     * @visibility backend
     */
    onePersonMayFillSeveral?: boolean;
    /** Who else is told when an answer is late. */
    escalation?: {
      /**
       * In percent of the time until it expires. Default 75.
       * @visibility backend
       */
      atPercent?: number;
      /**
       * Groups, e.g. `[platform-admins]`.
       * @visibility backend
       */
      to: string[];
      /**
       * Whether they may then also decide. Where nobody else could, they always may. Default false.
       * @visibility backend
       */
      mayDecide?: boolean;
    };
    /**
     * All rules that match add up; the shortest expiry holds.
     * @visibility backend
     */
    rules?: {
      /** Unique, e.g. `production-cost`. */
      name: string;
      /** Words for people, e.g. "production always asks"; made from the conditions if absent. */
      because?: string;
      /** All conditions that are given have to hold; a list holds if one of its values does. */
      when: {
        environment?: string | string[];
        changeKind?: string | string[];
        /** Template reference, e.g. `template:default/decommission-service`. */
        template?: string | string[];
        entityKind?: string | string[];
        /** Of the annotation `portico/tier`; `standard` where there is none. */
        tier?: string | string[];
        /** Owner of the entity, e.g. `group:default/payments`. */
        owner?: string | string[];
        tag?: string | string[];
        /** Some resource meets with one of these: add, change, replace, destroy. */
        action?: string | string[];
        /** Some resource is of one of these types, e.g. `aws_iam_role`. */
        resourceType?: string | string[];
        /** It costs more than that a month more than before. */
        monthlyIncreaseOver?: number | string;
        /** It costs more than that a month. */
        monthlyCostOver?: number | string;
        /** Currency of the two amounts above. Default USD. */
        currency?: string;
        /** It costs more than before, and the whole entity, by its forecast, more than its budget. Where costs or budget are not known, it is not. Default false. */
        overBudget?: boolean;
        /** Whether a Terraform plan whose cost nobody knows matches the two amounts. Default false. */
        orCostUnknown?: boolean;
      };
      /** Empty: what this rule alone matches passes without asking. */
      requires: {
        /** `owner`: the entity's owner. Give this, or `group`, or `users`. */
        role?: 'owner';
        group?: string;
        users?: string[];
        /** Name of the role, e.g. "Platform". */
        title?: string;
        /** How many people. Default 1. */
        count?: number;
        /** Groups whose members may stand in during an absence, beside the deciders themselves. */
        delegates?: string[];
      }[];
      expiresInHours?: number;
    }[];
  };
}
