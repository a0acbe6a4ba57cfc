import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ana, connection, maya, viewer } from '@/testing/people'
import { answerGraphql, failure } from '@/testing/server'
import { visit } from '@/testing/visit'

type Args = { search?: string; after?: string; filter?: { stages?: string[]; issueIds?: string[] } }

function facet(field: string, value: string, label: string, count: number, more = {}) {
  return { field, value, label, count, selected: false, parent: null, ...more }
}

function network({ filter = {}, search }: Args) {
  const found = search === 'nobody' ? [] : filter.stages?.length ? [maya] : [ana, maya]
  return connection(found, {
    facets: [
      facet('STAGE', 'IMPLEMENTING', 'Implementing', 1, {
        selected: filter.stages?.includes('IMPLEMENTING') ?? false,
      }),
      facet('ISSUE', 'issue-0', 'Affordable housing', 2, {
        selected: filter.issueIds?.includes('issue-0') ?? false,
      }),
      facet('ISSUE', 'issue-1', 'Right to counsel', 2, { parent: 'issue-0' }),
    ],
  })
}

// The panel at the side and the sheet of the phone both stand in the page of a test.
async function panel() {
  return within(await screen.findByRole('complementary', { name: 'Filters' }))
}

test('a facet narrows the list, stands in the address, and can be taken away again', async () => {
  answerGraphql({ viewer: viewer(ana), officials: network })
  const { user, address } = visit('/directory')
  await user.click(await (await panel()).findByRole('checkbox', { name: /Implementing/ }))
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Ana Villareal' })).toBeNull())
  expect(address()).toBe('/directory?stage=IMPLEMENTING')
  expect(screen.getByRole('link', { name: 'Maya Okafor' })).toBeTruthy()
  await user.click(await screen.findByRole('button', { name: 'Remove Implementing' }))
  expect(await screen.findByRole('link', { name: 'Ana Villareal' })).toBeTruthy()
  expect(address()).toBe('/directory')
})

test('an address opens with its filters chosen, and clear all leaves them behind', async () => {
  const asked = answerGraphql({ viewer: viewer(ana), officials: network })
  const { user, address } = visit('/directory?q=Maya&stage=IMPLEMENTING')
  await screen.findByRole('button', { name: 'Remove “Maya”' })
  expect(asked.find((each) => each.operation === 'DirectoryCount')?.variables).toMatchObject({
    search: 'Maya',
    filter: { stages: ['IMPLEMENTING'] },
  })
  await user.click(screen.getByRole('button', { name: 'Clear all' }))
  expect(address()).toBe('/directory')
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe(''))
})

test('parts of an issue show once the issue is chosen', async () => {
  answerGraphql({ viewer: viewer(ana), officials: network })
  const { user } = visit('/directory')
  const side = await panel()
  const issue = await side.findByRole('checkbox', { name: /Affordable housing/ })
  expect(side.queryByRole('checkbox', { name: /Right to counsel/ })).toBeNull()
  await user.click(issue)
  expect(await side.findByRole('checkbox', { name: /Right to counsel/ })).toBeTruthy()
})

test('typing searches once the typing rests, and announces how many were found', async () => {
  const asked = answerGraphql({ viewer: viewer(ana), officials: network })
  const { user, address } = visit('/directory')
  await screen.findByRole('link', { name: 'Ana Villareal' })
  await user.type(screen.getByRole('searchbox'), 'nobody')
  expect(await screen.findByText('Nobody matches all of this')).toBeTruthy()
  expect(address()).toBe('/directory?q=nobody')
  expect(screen.getByText('0 officials').getAttribute('role')).toBe('status')
  const searched = asked.map((each) => each.variables.search).filter(Boolean)
  expect(new Set(searched)).toEqual(new Set(['nobody']))
})

test('shows more on demand, from where the list stopped', async () => {
  answerGraphql({
    viewer: viewer(ana),
    officials: ({ after }: Args) =>
      connection(after ? [maya] : [ana], {
        totalCount: 2,
        pageInfo: { hasNextPage: !after, hasPreviousPage: false, endCursor: 'cursor-0' },
      }),
  })
  const { user, address } = visit('/directory')
  await user.click(await screen.findByRole('link', { name: 'Show more' }))
  expect(await screen.findByRole('link', { name: 'Maya Okafor' })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Ana Villareal' })).toBeTruthy()
  expect(address()).toBe('/directory?pages=2')
})

test('says when it was too much at once', async () => {
  answerGraphql({
    viewer: viewer(ana),
    officials: () => {
      throw failure('RATE_LIMITED')
    },
  })
  visit('/directory')
  expect((await screen.findByRole('alert')).textContent).toContain('Please wait a few seconds')
})
