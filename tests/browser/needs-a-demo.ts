/** Stops the whole run with one sentence when there is no demo to test. */
export default async function needsADemo(): Promise<void> {
  const address = process.env.COUNTERPART_URL
  if (!address) {
    throw new Error(
      'Set COUNTERPART_URL to a running demo, for example http://127.0.0.1:8000 after "make demo".',
    )
  }
  const answer = await fetch(new URL('/demo/people', address)).catch(() => undefined)
  if (!answer?.ok) throw new Error(`No demo answers at ${address}. Start one with "make demo".`)
}
