const longestWait = 5

/**
 * Asks once more when the server says that it was too much at once and when to come back, if that
 * is soon. The server refuses before it does anything, so that nothing is done twice.
 */
export async function patientFetch(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, init)
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  if (response.status !== 429 || !(seconds <= longestWait)) return response
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
  return fetch(input, init)
}
