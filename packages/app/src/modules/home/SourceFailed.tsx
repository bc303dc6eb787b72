import { ErrorState } from '@portico/ui';

/** A section whose source did not answer: who, what came back, try now. */
export function SourceFailed(props: {
  source: string;
  error: Error;
  retry(): void;
}) {
  return (
    <ErrorState
      what={`Unknown: ${props.source} has not answered`}
      why={props.error.message}
      retry={props.retry}
    />
  );
}
