import { Button } from '../../parts/Button';
import { Icon } from '../../parts/icons';
import { StateShape } from '../../parts/StateLabel';
import { Statement } from '../../parts/Statement';

/** A section whose source did not answer: who, what came back, try now. */
export function SourceFailed(props: {
  source: string;
  error: Error;
  retry(): void;
}) {
  return (
    <Statement
      shape={<StateShape state="unknown" size={16} />}
      what={`Unknown: ${props.source} has not answered`}
      why={props.error.message}
      action={
        <Button onClick={props.retry}>
          <Icon name="retry" size={14} />
          Try now
        </Button>
      }
    />
  );
}
