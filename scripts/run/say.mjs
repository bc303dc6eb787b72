const startedAt = Date.now();

/** One line of progress with the seconds since the start. */
export function say(message) {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0).padStart(4);
  process.stdout.write(`${seconds} s  ${message}\n`);
}
