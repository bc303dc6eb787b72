/** Ends a command with one line that says what is wrong and what to do; no stack trace. */
export class Stop extends Error {}
