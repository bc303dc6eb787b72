import type { ReactNode } from 'react';
import styles from './Toggle.module.css';

/** Buttons side by side that are pressed or not. */
export function Toggle<T extends string>(props: {
  label: string;
  choices: { value: T; title: ReactNode }[];
  pressed: readonly T[];
  onToggle(value: T): void;
}) {
  const { label, choices, pressed, onToggle } = props;
  return (
    <div className={styles.toggle} role="group" aria-label={label}>
      {choices.map(({ value, title }) => (
        <button
          key={value}
          type="button"
          aria-pressed={pressed.includes(value)}
          onClick={() => onToggle(value)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
