import type { Approval } from '@portico/plugin-approvals-common';
import {
  Badge,
  Button,
  ButtonLink,
  errorWords,
  formatClock,
  Freshness,
  FreshnessLine,
  Icon,
  VisuallyHidden,
} from '@portico/ui';
import { Link } from 'react-router-dom';
import { badgeOf } from '../model/stateWords';
import { useLinks } from '../parts/links';
import page from '../parts/Page.module.css';
import { Lede } from './Lede';

/** The path to the page: Approvals / the list one comes from. */
export function Crumbs(props: { view?: 'mine' | 'asked' }) {
  const links = useLinks();
  const { view } = props;
  return (
    <nav className={page.crumbs} aria-label="Breadcrumb">
      <Link to={links.inbox()}>Approvals</Link>
      {view && (
        <>
          <span aria-hidden="true">/</span>
          <Link to={links.inbox(view)}>
            {view === 'mine' ? 'Waiting for you' : 'Asked by you'}
          </Link>
        </>
      )}
    </nav>
  );
}

function AsOf(props: {
  at: string;
  error?: Error;
  signals: boolean;
  onTryNow(): void;
}) {
  const at = new Date(props.at);
  if (props.error) {
    return (
      <FreshnessLine kind="stale" title={errorWords(props.error)}>
        <span>No answer; showing {formatClock(at)}</span>
        <Button look="text" onClick={props.onTryNow}>
          Try now
        </Button>
      </FreshnessLine>
    );
  }
  return (
    <Freshness
      at={at}
      live={props.signals}
      prefix={props.signals ? 'Live · as of' : 'As of'}
    />
  );
}

/** Title, verdict with the time that is left, freshness, and the next one that waits. */
export function DecisionHeader(props: {
  approval: Approval;
  user?: string;
  now: Date;
  error?: Error;
  signals: boolean;
  onTryNow(): void;
  /** The next approval that waits for the viewer. */
  next?: { to: string; title: string };
}) {
  const { approval, user, now, next } = props;
  const { word, ...badge } = badgeOf(approval, now);
  const asked = user === approval.requestedBy;
  const mine = approval.viewer.mayDecide.length ? 'mine' : undefined;
  return (
    <header>
      <Crumbs view={asked ? 'asked' : mine} />
      <div className={page.head}>
        <h1>{approval.title}</h1>
        <Badge {...badge}>{word}</Badge>
        <VisuallyHidden live>{word}</VisuallyHidden>
        <div className={page.actions}>
          <AsOf at={approval.asOf} {...props} />
          {next && (
            <ButtonLink to={next.to} title={next.title}>
              Next
              <Icon name="right" size={14} />
            </ButtonLink>
          )}
        </div>
      </div>
      <Lede approval={approval} />
    </header>
  );
}
