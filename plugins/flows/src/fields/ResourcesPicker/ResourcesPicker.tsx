import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import styles from './resources.module.css';

/** One thing that can be chosen, as `ui:options` gives it. */
interface ResourceOption {
  value: string;
  title: string;
  description?: string;
  monthlyCost?: string;
}

/** What the service needs beside itself: one checkbox card each, with what it costs. */
export const ResourcesPicker = (
  props: FieldExtensionComponentProps<
    string[],
    { resources: ResourceOption[] }
  >,
) => {
  const {
    schema,
    uiSchema,
    formData = [],
    onChange,
    disabled,
    idSchema,
  } = props;
  const options = uiSchema?.['ui:options']?.resources ?? [];
  const hint = uiSchema?.['ui:description'] ?? schema.description;
  const toggle = (value: string, wanted: boolean) =>
    onChange(
      options
        .map(option => option.value)
        .filter(other => (other === value ? wanted : formData.includes(other))),
    );
  return (
    <fieldset className={styles.set} disabled={disabled} id={idSchema?.$id}>
      <legend className={styles.legend}>{schema.title ?? 'Resources'}</legend>
      {hint ? <p className={styles.hint}>{hint}</p> : null}
      <div className={styles.cards}>
        {options.map(option => (
          <label key={option.value} className={styles.card}>
            <input
              type="checkbox"
              checked={formData.includes(option.value)}
              onChange={event => toggle(option.value, event.target.checked)}
            />
            <span>
              <span className={styles.title}>{option.title}</span>
              {option.description ? (
                <span className={styles.more}>{option.description}</span>
              ) : null}
              {option.monthlyCost ? (
                <span className={styles.cost}>{option.monthlyCost}</span>
              ) : null}
            </span>
          </label>
        ))}
      </div>
      {options.length === 0 ? (
        <p className={styles.hint}>
          The template offers no resources: list them under
          ui:options.resources.
        </p>
      ) : null}
    </fieldset>
  );
};
