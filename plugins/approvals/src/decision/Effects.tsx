import type {
  ChangeEffect,
  EffectSeverity,
} from '@portico/plugin-approvals-common';
import { Icon, Section, StateShape, VisuallyHidden } from '@portico/ui';
import styles from './lists.module.css';

const words: Record<EffectSeverity, string> = {
  bad: 'Cannot be undone: ',
  warn: 'Noticed: ',
  info: '',
};

function Shape({ severity }: ChangeEffect) {
  if (severity === 'info') return <Icon name="right" size={14} />;
  return <StateShape state={severity === 'bad' ? 'failing' : 'degraded'} />;
}

/** What the change does to users and data; nothing where it does nothing. */
export function Effects(props: { effects: ChangeEffect[] }) {
  const { effects } = props;
  if (!effects.length) return null;
  const worst = effects[0].severity;
  return (
    <Section title="What users notice" tone={worst === 'info' ? 'fine' : worst}>
      <ul className={styles.effects}>
        {effects.map(effect => (
          <li key={`${effect.resource} ${effect.text}`}>
            <Shape {...effect} />
            <div>
              <VisuallyHidden>{words[effect.severity]}</VisuallyHidden>
              {effect.text}
              {effect.resource && <code>{effect.resource}</code>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
