import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { ana, connection, counsel, maya, place, viewer } from '@/testing/people'
import { answerGraphql, server } from '@/testing/server'
import { visit } from '@/testing/visit'

test('a person: what they work on, and the ways to reach them that are open', async () => {
  answerGraphql({ viewer: viewer(ana), official: maya })
  visit('/officials/official-2')
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Maya Okafor')
  expect(screen.getByText('Invented person')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Right to counsel' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'ana@tucson.example' }).getAttribute('href')).toBe(
    'mailto:ana@tucson.example',
  )
  expect(screen.queryByText('This is how other members see you.')).toBeNull()
})

test('a person who is not there, or not for this viewer, is not found', async () => {
  answerGraphql({ viewer: viewer(ana), official: null })
  visit('/officials/unknown')
  expect(await screen.findByText('There is nothing here')).toBeTruthy()
})

test('a place: its facts with their source, its officials, what it adopted and after whom', async () => {
  const rochester = {
    ...place('place-1', 'Rochester', 'New York'),
    kind: 'place',
    county: null,
    populationSource: 'U.S. Census Bureau',
    officials: connection([maya]),
    adoptions: connection([
      {
        __typename: 'Adoption',
        id: 'adoption-1',
        title: 'Ordinance 114',
        adoptedOn: '2023-03-01',
        precision: 'MONTH',
        status: 'REPEALED',
        source: 'City clerk',
        evidenceUrl: null,
        policy: {
          __typename: 'Policy',
          id: 'policy-1',
          name: 'A lawyer for tenants',
          issue: counsel,
        },
        adaptedFrom: { id: 'adoption-2', locality: place('place-2', 'Madison', 'Wisconsin') },
      },
      {
        __typename: 'Adoption',
        id: 'adoption-3',
        title: 'Parking minimums removed',
        adoptedOn: null,
        precision: null,
        status: 'ADOPTED',
        source: 'Parking Reform Network',
        evidenceUrl: 'https://example.org/map',
        policy: {
          __typename: 'Policy',
          id: 'policy-1',
          name: 'A lawyer for tenants',
          issue: counsel,
        },
        adaptedFrom: null,
      },
    ]),
  }
  answerGraphql({ viewer: viewer(ana), locality: rochester })
  visit('/localities/place-1')
  expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Rochester, New York')
  expect(screen.getByText('U.S. Census Bureau')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Maya Okafor' })).toBeTruthy()
  expect(screen.getByText('Adopted March 2023')).toBeTruthy()
  expect(screen.getByText('Repealed')).toBeTruthy()
  expect(screen.getByText('Date not known')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Madison, Wisconsin' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'See the source' }).getAttribute('href')).toBe(
    'https://example.org/map',
  )
})

test('an issue: its people by stage, furthest along first', async () => {
  answerGraphql({
    viewer: viewer(ana),
    issue: counsel,
    officials: connection([ana, maya]),
    organizations: connection([]),
  })
  visit('/issues/issue-1')
  const people = within(
    (await screen.findByText('Who works on it')).closest('section') ?? document.body,
  )
  const stages = await people.findAllByRole('heading', { level: 3 })
  expect(stages.map((stage) => stage.textContent)).toEqual([
    'Implementing carrying it out',
    'Drafting writing it',
  ])
})

test('when one page follows another, the new heading has the focus', async () => {
  answerGraphql({ viewer: viewer(ana), official: maya, officials: connection([maya]) })
  const { user } = visit('/directory')
  expect(document.activeElement).toBe(document.body)
  await user.click(await screen.findByRole('link', { name: 'Maya Okafor' }))
  const heading = await screen.findByRole('heading', { level: 1, name: 'Maya Okafor' })
  await waitFor(() => expect(document.activeElement).toBe(heading))
})

test('an address that leads nowhere says so', async () => {
  answerGraphql({ viewer: viewer(ana) })
  visit('/nowhere')
  expect(await screen.findByText('There is nothing here')).toBeTruthy()
})

test('every question to the server carries the token and is posted', async () => {
  const asked = answerGraphql({ viewer: viewer(ana), official: maya })
  visit('/officials/official-2')
  await screen.findByRole('heading', { level: 1 })
  expect(new Set(asked.map(({ request }) => request.method))).toEqual(new Set(['POST']))
  expect(asked[0]?.request.headers.get('X-CSRFToken')).toBe('token-of-the-test')
})

test('whoever is not signed in is sent to sign in', async () => {
  server.use(
    http.post('*/graphql', () =>
      HttpResponse.json(
        { errors: [{ message: 'Sign in first.', extensions: { code: 'UNAUTHENTICATED' } }] },
        { status: 401 },
      ),
    ),
  )
  const { signedOut } = visit('/officials/official-2')
  await screen.findByRole('alert')
  expect(signedOut()).toBe(true)
})
