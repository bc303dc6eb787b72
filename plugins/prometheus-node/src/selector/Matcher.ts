/** What a label is asked for, as PromQL has it. */
export interface Matcher {
  label: string;
  operator: '=' | '!=' | '=~' | '!~';
  /** The value itself, without quotes and escapes. */
  value: string;
}
