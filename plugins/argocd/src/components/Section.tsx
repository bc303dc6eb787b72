import { styled } from '@mui/material/styles';
import { ReactNode, useId } from 'react';

/** What the rule says: bad news, or that what is below is not current. */
export type SectionTone = 'warn' | 'bad' | 'stale';

const Root = styled('section')({
  borderTop: '1px solid var(--portico-rule-2)',
  paddingTop: 11,
  minWidth: 0,
  '&.warn, &.bad, &.stale': { borderTopWidth: 2, paddingTop: 10 },
  '&.warn': { borderTopColor: 'var(--portico-warn-fill)' },
  '&.bad': { borderTopColor: 'var(--portico-bad)' },
  '&.stale': {
    borderTopStyle: 'dashed',
    borderTopColor: 'var(--portico-ink-3)',
  },
  '& header': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0 8px',
    alignItems: 'baseline',
    marginBottom: 4,
  },
  '& h2': { fontSize: 14, lineHeight: '20px', fontWeight: 600, margin: 0 },
  '& .age': {
    marginLeft: 'auto',
    display: 'flex',
    gap: 8,
    fontSize: 12,
    color: 'var(--portico-ink-3)',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  '& p': {
    fontSize: 13,
    lineHeight: '20px',
    margin: '8px 0',
    color: 'var(--portico-ink-2)',
  },
  '& p svg': { width: 14, height: 14, verticalAlign: '-2px', marginRight: 6 },
  '& b': { fontWeight: 600, color: 'var(--portico-ink)' },
});

/** A section that hangs from its rule: title, source and age at the right, content. */
export function Section(props: {
  title: string;
  meta?: ReactNode;
  tone?: SectionTone;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Root className={props.tone} aria-labelledby={id}>
      <header>
        <h2 id={id}>{props.title}</h2>
        {props.meta && <span className="age">{props.meta}</span>}
      </header>
      {props.children}
    </Root>
  );
}
