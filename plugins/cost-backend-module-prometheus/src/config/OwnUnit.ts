/** One entry of `cost.prometheus.units`. */
export interface OwnUnit {
  unit: string;
  /** PromQL that counts the day before the time that it is asked at. */
  query: string;
  label: string;
  instance: string;
}
