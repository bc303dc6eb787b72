/** A moment as a field of type `datetime-local` takes it, in the viewer's zone: `2026-11-21T14:02`. */
export function localMinute(at: Date): string {
  const zoned = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return zoned.toISOString().slice(0, 16);
}
