/** A greeting by the viewer's clock; without a name while that is not known. */
export function greeting(now: Date, firstName?: string): string {
  const hour = now.getHours();
  let words = 'Good evening';
  if (hour >= 5 && hour < 12) {
    words = 'Good morning';
  } else if (hour >= 12 && hour < 18) {
    words = 'Good afternoon';
  }
  return firstName ? `${words}, ${firstName}` : words;
}
