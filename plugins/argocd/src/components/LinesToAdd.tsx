import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { RiFileCopyLine } from '@remixicon/react';
import { useState } from 'react';

const Frame = styled('div')({
  position: 'relative',
  marginTop: 8,
  '& pre': {
    margin: 0,
    padding: '10px 12px',
    overflowX: 'auto',
    border: '1px solid var(--portico-rule)',
    borderRadius: 4,
    background: 'var(--portico-sunken)',
    font: '400 12px/18px var(--portico-mono)',
  },
  '& div': { position: 'absolute', top: 4, right: 4 },
  '& button': {
    height: 32,
    padding: '0 12px',
    border: '1px solid var(--portico-control)',
    background: 'var(--portico-surface)',
    color: 'var(--portico-ink)',
    fontSize: 13,
    '&:hover': { background: 'var(--portico-hover)' },
  },
});

/** Lines for catalog-info.yaml, with the button that copies them. */
export function LinesToAdd(props: { lines: string }) {
  const { lines } = props;
  const [word, setWord] = useState('Copy');
  const copy = () =>
    navigator.clipboard.writeText(lines).then(
      () => setWord('Copied'),
      () => setWord('Select the lines and copy them'),
    );
  return (
    <Frame>
      <pre aria-label="Lines for catalog-info.yaml">{lines}</pre>
      <div aria-live="polite">
        <Button
          onClick={copy}
          startIcon={<RiFileCopyLine aria-hidden size={14} />}
        >
          {word}
        </Button>
      </div>
    </Frame>
  );
}
