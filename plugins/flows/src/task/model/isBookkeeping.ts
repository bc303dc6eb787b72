const BOOKKEEPING = [
  /^Beginning step /,
  /^Finished step /,
  /^Starting up task with \d+ steps$/,
  /^Skipping step \S+ because it was already completed/,
  /^Task recovered - resuming from last known good state/,
  /^Run completed with status: /,
];

/** Whether a line only repeats what the list of steps shows already. */
export function isBookkeeping(text: string): boolean {
  return BOOKKEEPING.some(pattern => pattern.test(text));
}
