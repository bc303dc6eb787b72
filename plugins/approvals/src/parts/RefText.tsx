import { TextLink } from '@portico/ui';

/** Addresses of the portal itself, which tasks write down whole, as paths. */
function inPortal(to: string): string {
  const { origin } = window.location;
  return to.startsWith(`${origin}/`) ? to.slice(origin.length) : to;
}

/** A name that leads somewhere if an address is known. */
export function RefText(props: { to?: string; children: string }) {
  return props.to ? (
    <TextLink to={inPortal(props.to)}>{props.children}</TextLink>
  ) : (
    <>{props.children}</>
  );
}
