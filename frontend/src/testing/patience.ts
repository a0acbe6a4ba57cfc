// In milliseconds. A busy machine is slow and that is no failure: whatever has not come by then does
// not come, neither in a browser nor in the tests of the parts.
export const patience = 60_000

/** For a whole test, which waits many times. */
export const longPatience = 5 * patience
