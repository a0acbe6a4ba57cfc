import { screen } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { server } from '@/testing/server'
import { visit } from '@/testing/visit'

const mode = document.createElement('meta')
mode.name = 'counterpart-mode'

beforeEach(() => {
  mode.content = 'demo'
  document.head.append(mode)
})

afterEach(() => mode.remove())

const people = [
  {
    id: 'ana',
    name: 'Ana Villareal',
    title: 'Council member',
    place: 'Tucson, Arizona',
    blurb: 'Drafts a right to counsel.',
    initials: 'AV',
    role: 'member',
  },
]

test('lists the invented people and becomes the one that is clicked', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('*/demo/people', () => HttpResponse.json({ people })),
    http.post('*/demo/sign-in', async ({ request }) => {
      sent.push(await request.json(), request.headers.get('X-CSRFToken'))
      return new HttpResponse(null, { status: 500 })
    }),
  )
  const { user } = visit('/sign-in')
  expect(await screen.findByText(/These people are invented/)).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: /Ana Villareal/ }))
  expect(await screen.findByText(/That did not work/)).toBeTruthy()
  expect(sent).toEqual([{ id: 'ana' }, 'token-of-the-test'])
})

test('when the people can’t be read, says so and tries again', async () => {
  let down = true
  server.use(
    http.get('*/demo/people', () =>
      down ? new HttpResponse(null, { status: 503 }) : HttpResponse.json({ people }),
    ),
  )
  const { user } = visit('/sign-in')
  await screen.findByRole('alert')
  down = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('button', { name: /Ana Villareal/ })).toBeTruthy()
})

test('outside the demo it says that signing in is not there yet, and asks for nobody', async () => {
  mode.content = 'production'
  visit('/sign-in')
  expect(await screen.findByText('Signing in isn’t available on this server yet')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})
