import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import {
  ana,
  connection,
  counsel,
  maya,
  person,
  suggestion,
  trusts,
  viewer,
  work,
} from '@/testing/people'
import { answerGraphql, failure } from '@/testing/server'
import { visit } from '@/testing/visit'

function suggesting(nodes: unknown[], more: Record<string, unknown> = {}) {
  return viewer(ana, { suggestedPeers: { ...connection(nodes), weightsVersion: 'test', ...more } })
}

test('shows who, the sentence with its fact marked, and reasons with share and evidence', async () => {
  answerGraphql({ viewer: suggesting([suggestion(maya)]) })
  visit('/')
  const card = await screen.findByRole('article', { name: /Maya Okafor/ })
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    'One person has been where you are',
  )
  expect(within(card).getByText('carried it out since 2023').tagName).toBe('MARK')
  const reasons = within(within(card).getByRole('list', { name: 'Why Maya Okafor' }))
  expect(reasons.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Further along on the same issue implementing since 2023 75% of the match',
    'A place of like size Rochester, 211,000 25% of the match',
  ])
  expect(reasons.getByRole('link', { name: 'implementing since 2023' }).getAttribute('href')).toBe(
    '/issues/issue-1',
  )
  expect(reasons.getByRole('link', { name: /Rochester/ }).getAttribute('href')).toBe(
    '/localities/place-1',
  )
  expect(
    within(card).getByRole('img', {
      name: 'What links you and Maya Okafor: Right to counsel and size of place.',
    }),
  ).toBeTruthy()
  expect(
    within(card).getByRole('img', {
      name: 'On Right to counsel, you are at “Drafting”, Maya Okafor at “Implementing”.',
    }),
  ).toBeTruthy()
})

test('says the sentence of the headline once, and claims no lead where both are at one stage', async () => {
  const text = 'Maya Okafor works on right to counsel too; you are both drafting.'
  const reasons = [
    {
      code: 'FURTHER_ALONG',
      title: 'Where each of you stands on it',
      text,
      share: 1,
      contribution: 1,
      evidence: [{ kind: 'WORK', label: 'drafting', source: null, node: null }],
    },
  ]
  answerGraphql({
    viewer: suggesting([suggestion(maya, { headline: text, peerStage: 'DRAFTING', reasons })]),
  })
  visit('/')
  const list = await screen.findByRole('list', { name: 'Why Maya Okafor' })
  expect(list.textContent).toBe('Where each of you stands on it drafting 100% of the match')
})

test('shows what has no page of its own as text, with where it is from', async () => {
  const reasons = [
    {
      code: 'SAME_PREEMPTION',
      title: 'The same law in the way',
      text: 'Ohio (since 2016) and Iowa (since 2017) both forbid “Earned sick time”.',
      share: 1,
      contribution: 1,
      evidence: [
        { kind: 'PREEMPTION', label: 'Ohio, since 2016', source: 'Ohio Code § 1', node: null },
        { kind: 'PREEMPTION', label: 'Iowa, since 2017', source: null, node: null },
        { kind: 'FACT', label: '12% rent', source: 'A survey', node: null },
        { kind: 'FACT', label: '13% rent', source: 'A survey', node: null },
      ],
    },
  ]
  answerGraphql({ viewer: suggesting([suggestion(maya, { reasons })]) })
  visit('/')
  const card = await screen.findByRole('article', { name: /Maya Okafor/ })
  const list = within(card).getByRole('list', { name: 'Why Maya Okafor' })
  expect(list.textContent).toContain(
    'Ohio, since 2016 (Ohio Code § 1), Iowa, since 2017, 12% rent, 13% rent (A survey)',
  )
  expect(within(list).queryByRole('link')).toBeNull()
})

test('shows four pieces of evidence at once, and the others when asked', async () => {
  const evidence = [1, 2, 3, 4, 5, 6].map((number) => ({
    kind: 'FACT',
    label: `Figure ${number}`,
    source: null,
    node: null,
  }))
  const reasons = [
    {
      code: 'ALIKE_PLACE',
      title: 'Places alike',
      text: 'Two places are alike.',
      share: 1,
      contribution: 1,
      evidence,
    },
  ]
  answerGraphql({ viewer: suggesting([suggestion(maya, { reasons })]) })
  const { user } = visit('/')
  const more = await screen.findByText('and 2 more')
  const rest = more.closest('details')
  expect(rest?.open).toBe(false)
  expect(rest?.textContent).toContain('Figure 5, Figure 6')
  expect(rest?.textContent).not.toContain('Figure 4')
  await user.click(more)
  expect(rest?.open).toBe(true)
})

test('asks again for the issue and the intent that are chosen, and keeps both in the address', async () => {
  const two = person('official-1', 'Ana Villareal', [
    work('work-1', counsel, 'DRAFTING'),
    work('work-3', trusts, 'EXPLORING'),
  ])
  const asked = answerGraphql({
    viewer: {
      ...viewer(two),
      suggestedPeers: { ...connection([suggestion(maya)]), weightsVersion: 'test' },
    },
  })
  const { user, address } = visit('/')
  await user.click(await screen.findByRole('radio', { name: 'Community land trusts' }))
  await user.click(screen.getByRole('radio', { name: 'Work together' }))
  await screen.findByText('One person you could work with')
  expect(address()).toBe('/?on=issue-2&intent=COLLABORATE')
  expect(asked.at(-1)?.variables).toEqual({ issueId: 'issue-2', intent: 'COLLABORATE' })
  expect(screen.getByText(/Community land trusts: you are exploring it/)).toBeTruthy()
})

test('says so when the match had to be widened', async () => {
  answerGraphql({ viewer: suggesting([suggestion(maya)], { widened: 'Looked at wider issues.' }) })
  visit('/')
  expect(await screen.findByText('Looked at wider issues.')).toBeTruthy()
})

test('when suggestions can’t be made, says so, offers the directory, and tries again', async () => {
  let down = true
  answerGraphql({
    viewer: {
      ...viewer(ana),
      suggestedPeers: () => {
        if (down) throw failure('SUGGESTIONS_UNAVAILABLE')
        return { ...connection([suggestion(maya)]), weightsVersion: 'test' }
      },
    },
  })
  const { user } = visit('/')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Suggestions can’t be made right now')
  expect(within(alert).getByRole('link', { name: 'Open the directory' })).toBeTruthy()
  down = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('article', { name: /Maya Okafor/ })).toBeTruthy()
})

test('makes the list anew when asked to, says so, and leads back to its top', async () => {
  const daniel = person('official-3', 'Daniel Reyes', [work('work-4', counsel, 'DEFENDING')])
  let list = [suggestion(maya)]
  const own = {
    ...viewer(ana),
    suggestedPeers: () => ({ ...connection(list), weightsVersion: '' }),
  }
  const asked = answerGraphql({
    viewer: own,
    renewSuggestions: () => {
      list = [suggestion(daniel), suggestion(maya)]
      return { viewer: own, errors: [] }
    },
  })
  const { user } = visit('/?on=issue-1&intent=COLLABORATE')
  await user.click(await screen.findByRole('button', { name: 'Make a new list' }))
  expect(await screen.findByRole('article', { name: /Daniel Reyes/ })).toBeTruthy()
  const said = await screen.findByText('Your list was made anew.')
  expect(said.getAttribute('role')).toBe('status')
  const heading = screen.getByRole('heading', { level: 1 })
  expect(heading.textContent).toBe('Two people you could work with')
  expect(document.activeElement).toBe(heading)
  const lists = asked.filter((each) => each.operation.endsWith('Suggestions'))
  expect(lists.map((each) => each.operation)).toEqual(['Suggestions', 'RenewSuggestions'])
  expect(lists[1]?.variables).toEqual({
    ownerId: 'official-1',
    issueId: 'issue-1',
    intent: 'COLLABORATE',
  })

  await user.click(screen.getByRole('button', { name: 'Make a new list' }))
  expect(await screen.findByText('Made anew: the same people fit best.')).toBeTruthy()
})

test('when no new list can be made, says so at the button and keeps the old one', async () => {
  let down = true
  const own = suggesting([suggestion(maya)])
  answerGraphql({
    viewer: own,
    renewSuggestions: () => {
      if (down) throw failure('SUGGESTIONS_UNAVAILABLE')
      return { viewer: own, errors: [] }
    },
  })
  const { user } = visit('/')
  const renew = await screen.findByRole('button', { name: 'Make a new list' })
  await user.click(renew)
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Suggestions can’t be made right now. This is still the list you had.',
  )
  expect(screen.getByRole('article', { name: /Maya Okafor/ })).toBeTruthy()
  expect(document.activeElement).toBe(renew)
  down = false
  await user.click(renew)
  expect(await screen.findByText('Made anew: the same people fit best.')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('shows staff which error it was, to ask about', async () => {
  answerGraphql({
    viewer: {
      ...viewer(ana),
      suggestedPeers: () => {
        throw failure('INTERNAL', { correlationId: 'abc-123' })
      },
    },
  })
  visit('/')
  expect((await screen.findByRole('alert')).textContent).toContain('Reference for staff: abc-123')
})

test('without work of one’s own, asks for it first', async () => {
  answerGraphql({ viewer: viewer(person('official-1', 'Ana Villareal', [])) })
  visit('/')
  const add = await screen.findByRole('link', { name: 'Add your work' })
  expect(add.getAttribute('href')).toBe('/you')
})

test('when nobody fits, says so', async () => {
  answerGraphql({ viewer: suggesting([]) })
  visit('/')
  expect(await screen.findByText('Nobody fits this yet')).toBeTruthy()
})

test('tells the viewer who sees what, as it is set', async () => {
  answerGraphql({ viewer: suggesting([]) })
  visit('/')
  const card = (await screen.findByText('Who sees you')).parentElement
  expect(card?.textContent).toContain('Email: only people you are connected with.')
})

test('tells staff without an office that suggestions are not for them', async () => {
  answerGraphql({ viewer: viewer(null) })
  visit('/')
  expect(await screen.findByText('You are signed in as staff')).toBeTruthy()
})

test('when the viewer can’t be read, says so instead of waiting for ever', async () => {
  let down = true
  answerGraphql({
    viewer: () => {
      if (down) throw failure('INTERNAL')
      return suggesting([suggestion(maya)])
    },
  })
  const { user } = visit('/')
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong')
  down = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Who sees you')).toBeTruthy()
})
