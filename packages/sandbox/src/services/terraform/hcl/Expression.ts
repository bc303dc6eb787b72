import type { Known } from './Value';

/** A parsed HCL expression. */
export type Expression =
  | { type: 'literal'; value: Known }
  | { type: 'template'; parts: Expression[] }
  | { type: 'name'; name: string }
  | { type: 'attribute'; target: Expression; name: string }
  | { type: 'index'; target: Expression; key: Expression }
  /** `each` holds an `element` where the splat stands for one element. */
  | { type: 'splat'; target: Expression; each: Expression }
  | { type: 'element' }
  | { type: 'call'; name: string; args: Expression[]; expandLast: boolean }
  | { type: 'tuple'; items: Expression[] }
  | { type: 'object'; items: { key: Expression; value: Expression }[] }
  | {
      type: 'for';
      keyName?: string;
      valueName: string;
      collection: Expression;
      /** Set for `{for … : key => value}`. */
      key?: Expression;
      value: Expression;
      condition?: Expression;
      grouped: boolean;
    }
  | { type: 'unary'; operator: string; operand: Expression }
  | { type: 'binary'; operator: string; left: Expression; right: Expression }
  | {
      type: 'conditional';
      condition: Expression;
      then: Expression;
      otherwise: Expression;
    };
