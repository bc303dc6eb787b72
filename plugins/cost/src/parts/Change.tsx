import { VisuallyHidden } from '@portico/ui';
import { formatChange } from './money';

/** A change as a ratio: `+6.8 %`; against what is said once nearby, and to readers each time. */
export function Change(props: {
  /** 0.068 is +6.8 %; undefined where nothing was known before. */
  ratio?: number;
  /** e.g. `1 to 19 October`. */
  against?: string;
}) {
  const { ratio, against } = props;
  if (ratio === undefined) {
    return (
      <span title={against && `Nothing was known of ${against}`}>new</span>
    );
  }
  return (
    <>
      {formatChange(ratio)}
      {against && <VisuallyHidden> against {against}</VisuallyHidden>}
    </>
  );
}
