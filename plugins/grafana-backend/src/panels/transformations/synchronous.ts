import type { DataFrame, DataTransformerInfo } from '@grafana/data';
import { map } from 'rxjs';

/** A transformation that needs nothing but frames. */
export function synchronous<T>(
  id: string,
  transform: (frames: DataFrame[], options: T) => DataFrame[],
): DataTransformerInfo<T> {
  return {
    id,
    name: id,
    operator: options => source =>
      source.pipe(map(frames => transform(frames, options))),
  };
}
