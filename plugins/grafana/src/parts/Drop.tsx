import Popover from '@mui/material/Popover';
import type { ReactNode } from 'react';

/** What is opened beside the page must not darken it. */
export const CLEAR = { sx: { backgroundColor: 'transparent' } };

/** What opens below a button: takes the focus, closes with Escape or a click beside it. */
export function Drop(props: {
  label: string;
  /** The button; closed while there is none. */
  anchor: HTMLElement | null;
  side?: 'left' | 'right';
  onClose(): void;
  children: ReactNode;
}) {
  const { label, anchor, side = 'left', onClose, children } = props;
  return (
    <Popover
      open={anchor !== null}
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: side }}
      transformOrigin={{ vertical: 'top', horizontal: side }}
      slotProps={{
        root: { slotProps: { backdrop: CLEAR } },
        paper: { role: 'dialog', 'aria-label': label },
      }}
    >
      {children}
    </Popover>
  );
}
