import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { ana, connection, counsel, maya, place, trusts, viewer, work } from '@/testing/people'
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

test('one’s own place: which others are like it for an issue, by which facts', async () => {
  const figures = { yourYear: 2024, theirYear: 2024, source: 'Survey', theirSource: 'Survey' }
  const rents = { name: 'MEDIAN_RENT', label: 'Median rent', ...figures }
  const renters = { name: 'RENTER_SHARE', label: 'Homes that are rented', ...figures }
  const own = {
    ...place('place-1', 'Rochester', 'New York'),
    kind: 'place',
    officials: connection([]),
    adoptions: connection([]),
  }
  const asked = answerGraphql({
    viewer: viewer(ana, {
      alikePlaces: connection(
        [
          {
            likeness: 0.58,
            locality: place('place-2', 'Buffalo', 'New York'),
            adopted: {
              __typename: 'Adoption',
              id: 'adoption-1',
              title: 'Resolution 9',
              adoptedOn: '2025-11-24',
              precision: 'DAY',
              source: 'City clerk',
            },
            facts: [
              { ...renters, yours: 0.5, theirs: 0.502, share: 1, known: true },
              { ...rents, yours: 1200, theirs: null, theirYear: null, share: 0, known: false },
            ],
          },
        ],
        { yours: own, version: 'test', note: null },
      ),
    }),
    locality: own,
  })
  visit('/localities/place-1')
  const alike = within(
    await screen.findByRole('region', { name: 'Places like yours for “Right to counsel”' }),
  )
  expect(await alike.findByRole('link', { name: 'Buffalo, New York' })).toBeTruthy()
  expect(alike.getByText('58% alike, by what is known')).toBeTruthy()
  expect(alike.getByText(/Adopted “Resolution 9”, November 24, 2025/)).toBeTruthy()
  const rent = within(alike.getByRole('row', { name: /Median rent/ }))
  expect(rent.getByText(/\$1,200/)).toBeTruthy()
  expect(rent.getByText('not known')).toBeTruthy()
  expect(rent.getByText('not known of both, so it counts for nothing')).toBeTruthy()
  expect(alike.getByText('Source: Survey')).toBeTruthy()
  expect(asked.find((each) => each.operation === 'AlikePlaces')?.variables).toEqual({
    issueId: 'issue-1',
  })
})

test('a person: who could be an ally of both, on what both work on', async () => {
  const asked = answerGraphql({
    viewer: viewer(ana, {
      allies: [
        {
          organization: {
            __typename: 'Organization',
            id: 'organization-1',
            name: 'Flower City Tenants',
            kind: 'COMMUNITY',
            website: null,
            invented: true,
          },
          activeOn: [
            { text: 'Active on right to counsel in Rochester, New York.', side: 'THEIRS' },
          ],
          experts: [
            { __typename: 'Expert', id: 'expert-1', name: 'Dashiell Boone', title: 'Navigator' },
          ],
        },
      ],
    }),
    official: { ...maya, work: [work('work-3', trusts, 'ADOPTED'), ...maya.work] },
  })
  visit('/officials/official-2')
  const allies = within(
    await screen.findByRole('region', { name: 'Organizations in either place' }),
  )
  expect(await allies.findByText('Flower City Tenants')).toBeTruthy()
  expect(allies.getByText(/Active on right to counsel in Rochester/)).toBeTruthy()
  expect(allies.getByText('their place')).toBeTruthy()
  expect(allies.getByText(/Dashiell Boone/)).toBeTruthy()
  expect(asked.filter((each) => each.operation === 'Allies').at(-1)?.variables).toEqual({
    issueId: 'issue-1',
    peerId: 'official-2',
  })
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
