import type { SourceStatus } from '@portico/plugin-sources-common';
import {
  Button,
  ErrorState,
  Icon,
  TextLink,
  Time,
  useAction,
} from '@portico/ui';
import { Fragment, useId, type ReactNode } from 'react';
import { formatDay } from '../model/credential';
import { formatCoverage } from '../model/figures';
import { CopyKey } from '../parts/CopyKey';
import styles from './SourceDetail.module.css';

const CREDENTIALS = {
  valid: 'taken',
  refused: 'refused',
  none: 'none is needed',
  unknown: 'unknown; the source did not say',
};

/** What is known of a source; what is not known is left out. */
function factsOf(source: SourceStatus): [string, ReactNode][] {
  const { usedFor, url, check, coverage, configKey } = source;
  const { validUntil, missing = [] } = check?.token ?? {};
  const facts: [string, ReactNode][] = [
    ['Used for', usedFor],
    ['Address', url && <TextLink to={url}>{url}</TextLink>],
    ['Answered as', check?.answeredAs],
    ['Looked at', check && <Time at={check.at} form="zoned" />],
    [
      'Credential',
      check &&
        [
          CREDENTIALS[check.token.state],
          validUntil && `valid until ${formatDay(validUntil)}`,
          missing.length > 0 && `lacks ${missing.join(', ')}`,
        ]
          .filter(Boolean)
          .join(', '),
    ],
    [
      'Came back',
      coverage.length > 0 &&
        coverage.map(one => (
          <div key={`${one.by} ${one.at}`}>
            {formatCoverage(one)}
            {one.message && `: ${one.message}`}
          </div>
        )),
    ],
    ['Config key', <CopyKey key="key" text={configKey} />],
  ];
  return facts.filter(([, value]) => value);
}

/** All that is known of a source, and a look at it now for those who may. */
export function SourceDetail(props: {
  source: SourceStatus;
  mayCheck: boolean;
  check(id: string): Promise<void>;
}) {
  const { source, mayCheck, check } = props;
  const { busy, failure, start } = useAction(check);
  const why = useId();
  return (
    <div className={styles.detail}>
      <dl>
        {factsOf(source).map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <div className={styles.action}>
        <Button
          disabled={busy || !mayCheck}
          aria-describedby={mayCheck ? undefined : why}
          onClick={() => start(source.id)}
        >
          <Icon name="retry" size={14} />
          {busy ? 'Looking…' : 'Check now'}
        </Button>
        {!mayCheck && (
          <span id={why}>
            A look at once is the platform team’s to ask for; the next one comes
            within a minute.
          </span>
        )}
      </div>
      {failure && (
        <ErrorState
          inline
          urgent
          state="failing"
          what={`${source.title} could not be looked at.`}
          why={failure}
        />
      )}
    </div>
  );
}
