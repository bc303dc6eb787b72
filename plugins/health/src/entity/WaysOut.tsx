import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ResponseOffer,
  ResponseRequest,
  ResponseResult,
} from '@portico/plugin-health-common';
import {
  Button,
  ButtonLink,
  ErrorState,
  errorWords,
  Icon,
  TextLink,
  useAction,
  VisuallyHidden,
  type IconName,
} from '@portico/ui';
import { useCallback, useId, useState } from 'react';
import { healthApiRef } from '../api/healthApiRef';
import { useHealthLive } from '../hooks/useHealthLive';
import { ResponseDialog } from './ResponseDialog';
import styles from './WaysOut.module.css';

const ICONS: Record<ResponseOffer['kind'], IconName> = {
  'roll-back': 'retry',
  acknowledge: 'tick',
  silence: 'bell',
  page: 'phone',
  runbook: 'book',
};

/** One way out: a link, or a button that asks first; off, with the reason, where it is not the viewer's. */
function Way(props: { offer: ResponseOffer; onChoose(): void }) {
  const { offer, onChoose } = props;
  const { title, text, link, allowed, reason, kind } = offer;
  const why = useId();
  const icon = <Icon name={ICONS[kind]} size={14} />;
  if (!allowed) {
    return (
      <span className={styles.off}>
        <Button disabled aria-describedby={why}>
          {icon}
          {title}
        </Button>
        <span id={why}>{reason ?? 'It is not yours to do.'}</span>
      </span>
    );
  }
  if (!link) {
    return (
      <Button onClick={onChoose} title={text}>
        {icon}
        {title}…
      </Button>
    );
  }
  const leaves = /^[a-z]+:/i.test(link);
  return (
    <ButtonLink
      to={link}
      title={text}
      {...(leaves && { target: '_blank', rel: 'noopener noreferrer' })}
    >
      {icon}
      {title}
      {leaves && (
        <>
          <Icon name="out" size={12} />
          <VisuallyHidden>, opens in a new window</VisuallyHidden>
        </>
      )}
    </ButtonLink>
  );
}

/** What helps users first. */
const ORDER = Object.keys(ICONS);
const byKind = (a: ResponseOffer, b: ResponseOffer) =>
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);

/** What can be done about a verdict, by whom, and what came of it. `calm` leaves out what is not the viewer's. */
export function WaysOut(props: {
  entityRef: string;
  calm: boolean;
  onDone(): void;
}) {
  const { entityRef, calm, onDone } = props;
  const api = useApi(healthApiRef);
  const { value, error, reload } = useHealthLive(
    useCallback(() => api.responses(entityRef), [api, entityRef]),
  );
  const [chosen, setChosen] = useState<ResponseOffer>();
  const [done, setDone] = useState<ResponseResult>();
  const { busy, failure, start } = useAction(
    useCallback(
      async (request: ResponseRequest) => {
        setDone(await api.respond(entityRef, request));
        setChosen(undefined);
        reload();
        onDone();
      },
      [api, entityRef, reload, onDone],
    ),
  );
  if (error && !value) {
    return (
      <ErrorState
        inline
        what="What can be done is unknown."
        why={errorWords(error)}
        retry={reload}
      />
    );
  }
  const offers = [...(value ?? [])]
    .filter(({ allowed }) => allowed || !calm)
    .sort(byKind);
  if (offers.length === 0 && !done) return null;
  return (
    <div className={styles.ways} role="group" aria-label="What you can do">
      {offers.map(offer => (
        <Way key={offer.id} offer={offer} onChoose={() => setChosen(offer)} />
      ))}
      <p className={styles.done} role="status">
        {done &&
          (done.url ? (
            <TextLink to={done.url}>{done.message}</TextLink>
          ) : (
            done.message
          ))}
      </p>
      {chosen && (
        <ResponseDialog
          key={chosen.id}
          offer={chosen}
          busy={busy}
          failure={failure}
          onClose={() => setChosen(undefined)}
          onSend={start}
        />
      )}
    </div>
  );
}
