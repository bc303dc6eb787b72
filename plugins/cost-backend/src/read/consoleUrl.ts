/**
 * Page of a resource in its provider's console, where its id leads there: AWS opens ARNs, Azure resource ids.
 */
export function consoleUrl(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  if (/^arn:aws[\w-]*:/.test(id)) {
    return `https://console.aws.amazon.com/go/view?arn=${encodeURIComponent(
      id,
    )}`;
  }
  if (/^\/subscriptions\/[\w-]+\//i.test(id)) {
    return `https://portal.azure.com/#resource${id
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
  }
  return undefined;
}
