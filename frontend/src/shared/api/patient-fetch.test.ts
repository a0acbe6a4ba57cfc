import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { server } from '@/testing/server'
import { patientFetch } from './patient-fetch'

/** A server that is busy as often as told, and says when to come back. */
function busy(times: number, retryAfter: string): { asked: number } {
  const seen = { asked: 0 }
  server.use(
    http.post('*/graphql', () => {
      seen.asked += 1
      return seen.asked > times
        ? HttpResponse.json({})
        : new HttpResponse(null, { status: 429, headers: { 'Retry-After': retryAfter } })
    }),
  )
  return seen
}

test('comes back when the server said so, once', async () => {
  const seen = busy(1, '0')
  expect((await patientFetch('/graphql', { method: 'POST' })).status).toBe(200)
  expect(seen.asked).toBe(2)
})

test('does not keep coming back', async () => {
  const seen = busy(9, '0')
  expect((await patientFetch('/graphql', { method: 'POST' })).status).toBe(429)
  expect(seen.asked).toBe(2)
})

test('does not let anybody wait long', async () => {
  const seen = busy(9, '60')
  expect((await patientFetch('/graphql', { method: 'POST' })).status).toBe(429)
  expect(seen.asked).toBe(1)
})
