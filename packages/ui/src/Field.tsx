import { classes } from './classes';
import { Icon } from './Icon';
import styles from './Field.module.css';

/** A field that narrows a list down by what is typed. */
export function NameField(props: {
  value: string;
  onChange(value: string): void;
  /** Named for readers, and shown while it is empty. */
  label: string;
}) {
  const { value, onChange, label } = props;
  return (
    <span className={styles.field}>
      <Icon name="search" size={14} />
      <input
        type="search"
        value={value}
        placeholder={label}
        aria-label={label}
        onChange={event => onChange(event.target.value)}
      />
    </span>
  );
}

/** One choice of several, in the platform's own menu. */
export function ChoiceField(props: {
  label: string;
  value: string;
  choices: { value: string; title: string }[];
  /** As wide as what is chosen; otherwise cut where a row of fields needs room. */
  wide?: boolean;
  onChange(value: string): void;
}) {
  const { label, value, choices, wide, onChange } = props;
  return (
    <span className={classes(styles.field, wide && styles.wide)}>
      <select
        aria-label={label}
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
