import { ButtonLink, Icon, type ButtonLook } from '@portico/ui';
import { useLinks } from '../parts/links';

/** Leads to the approval that took this one's place, with the comment. */
export function NewPlanLink(props: {
  newId: string;
  comment: string;
  look?: ButtonLook;
}) {
  const { newId, comment, look = 'text' } = props;
  const links = useLinks();
  return (
    <ButtonLink look={look} to={links.approval(newId)} state={{ comment }}>
      See the new plan
      <Icon name="right" size={14} />
    </ButtonLink>
  );
}
