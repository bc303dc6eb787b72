import type { Matcher } from '../series/SeriesSource';

/** What an expression yields. */
export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** When a selector looks, relative to the time of evaluation. */
export interface TimeShift {
  /** Milliseconds into the past; negative for the future. */
  offset: number;
  /** Modifier `@`: milliseconds since 1970, or a border of the query. */
  at?: number | 'start' | 'end';
}

interface Node {
  /** Where it begins in the query's text. */
  position: number;
}

export interface NumberLiteral extends Node {
  kind: 'number';
  value: number;
}

export interface StringLiteral extends Node {
  kind: 'string';
  value: string;
}

export interface VectorSelector extends Node, TimeShift {
  kind: 'selector';
  matchers: Matcher[];
}

export interface MatrixSelector extends Node, TimeShift {
  kind: 'range';
  matchers: Matcher[];
  /** Milliseconds. */
  range: number;
}

export interface Subquery extends Node, TimeShift {
  kind: 'subquery';
  expr: Expr;
  /** Milliseconds. */
  range: number;
  /** Milliseconds; the evaluation interval of the server if absent. */
  step?: number;
}

export interface Call extends Node {
  kind: 'call';
  name: string;
  args: Expr[];
}

export interface Aggregation extends Node {
  kind: 'aggregation';
  operator: string;
  expr: Expr;
  /** Of topk, bottomk, quantile and count_values. */
  parameter?: Expr;
  labels: string[];
  without: boolean;
}

export interface Matching {
  /** True for `on`, false for `ignoring`. */
  on: boolean;
  labels: string[];
  cardinality: 'one-to-one' | 'many-to-one' | 'one-to-many' | 'many-to-many';
  /** Labels that `group_left` and `group_right` take from the one side. */
  include: string[];
}

export interface Binary extends Node {
  kind: 'binary';
  operator: string;
  left: Expr;
  right: Expr;
  /** Modifier `bool` of comparisons. */
  bool: boolean;
  matching: Matching;
}

export interface Unary extends Node {
  kind: 'unary';
  operator: '+' | '-';
  expr: Expr;
}

/** An expression of PromQL, parentheses resolved. */
export type Expr =
  | NumberLiteral
  | StringLiteral
  | VectorSelector
  | MatrixSelector
  | Subquery
  | Call
  | Aggregation
  | Binary
  | Unary;
