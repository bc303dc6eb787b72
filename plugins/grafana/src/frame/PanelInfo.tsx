import { plainText } from './panelWords';
import { Tip } from './Tip';

function Mark() {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      <path
        d="M8 7.2v4M8 4.8v.1"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** What a panel shows, in its author's words. */
export function PanelInfo(props: { of: string; description: string }) {
  return (
    <Tip label={`About ${props.of}`} words={plainText(props.description)}>
      <Mark />
    </Tip>
  );
}
