import { csrfToken } from './csrf'

/** Posts to one of the few addresses beside GraphQL. Throws when the server refuses. */
export async function post(address: string, body: unknown = {}): Promise<void> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-CSRFToken': csrfToken() },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
}
