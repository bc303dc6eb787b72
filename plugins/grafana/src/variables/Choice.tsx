import { Icon } from '@portico/ui';
import styles from './Variables.module.css';

/** One of a few, in the platform's own menu. */
export function Choice(props: {
  /** Names the choice for readers. */
  label: string;
  value: string;
  choices: { value: string; title: string }[];
  onChange(value: string): void;
}) {
  const { label, value, choices, onChange } = props;
  return (
    <span className={styles.choice}>
      <select
        aria-label={label}
        title={label}
        value={value}
        onChange={event => onChange(event.target.value)}
      >
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.title}
          </option>
        ))}
      </select>
      <Icon name="down" size={12} />
    </span>
  );
}
