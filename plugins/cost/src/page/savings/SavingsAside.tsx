import { List, ListRow, Section, TextLink } from '@portico/ui';
import { formatAmount } from '../../parts/money';
import { NotCurrent } from '../../parts/NoCost';
import { Pending } from '../frame/Pending';
import { usePageLinks } from '../frame/usePageLinks';
import { NOT_LOOKED } from '../frame/notLooked';
import { useSavings } from './useSavings';

const SHOWN = 5;

/** The largest savings, beside who spends it. */
export function SavingsAside() {
  const live = useSavings();
  const { value, error, reload } = live;
  const linkTo = usePageLinks();
  if (!value) return <Pending live={live} title="Savings" rows={3} />;
  const { items, basis } = value;
  return (
    <Section
      title="Savings"
      qualifier={`estimated, ${basis.currency} a month`}
      tone={error ? 'stale' : 'fine'}
      meta={
        <TextLink to={linkTo('savings')}>
          {items.length > SHOWN ? `All ${items.length}` : 'All'}
        </TextLink>
      }
    >
      <NotCurrent error={error} retry={reload} />
      {items.length === 0 && (
        <p>
          {basis.lookedAt
            ? 'Nothing was found that could be saved.'
            : NOT_LOOKED}
        </p>
      )}
      <List>
        {items.slice(0, SHOWN).map(({ id, title, monthly }) => (
          <ListRow key={id} end={formatAmount(monthly)}>
            <span title={title}>{title}</span>
          </ListRow>
        ))}
      </List>
    </Section>
  );
}
