import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ana, connection, counsel, person, trusts, viewer, work } from '@/testing/people'
import { answerGraphql } from '@/testing/server'
import { visit } from '@/testing/visit'

const issues = connection([counsel, trusts])

async function startNewWork(user: ReturnType<typeof visit>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Add work' }))
  return within(screen.getByRole('region', { name: 'New work' }))
}

test('adds work: issue from the list, stage, line, what one seeks', async () => {
  const mine = { ...ana, work: [...ana.work] }
  const asked = answerGraphql({
    viewer: () => viewer(mine),
    issues,
    saveWork: () => {
      const added = work('work-9', trusts, 'EXPLORING')
      mine.work.push(added)
      return { work: added, version: 2, errors: [] }
    },
  })
  const { user } = visit('/you')
  const form = await startNewWork(user)
  await user.type(form.getByRole('combobox'), 'land')
  await user.click(await screen.findByRole('option', { name: /Community land trusts/ }))
  await user.click(form.getByRole('radio', { name: /Exploring/ }))
  await user.type(form.getByRole('textbox', { name: /your own words/ }), 'Reading up on it.')
  const seeks = within(form.getByRole('group', { name: 'What would help you?' }))
  await user.click(seeks.getByRole('checkbox', { name: 'Legal memo' }))
  await user.type(seeks.getByRole('textbox', { name: /legal memo/ }), 'on state law')
  await user.click(form.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText(/Community land trusts was saved/)).toBeTruthy()
  expect(asked.find((each) => each.operation === 'SaveWork')?.variables.input).toEqual({
    ownerId: 'official-1',
    version: 1,
    issueId: 'issue-2',
    stage: 'EXPLORING',
    priority: 'MEDIUM',
    since: null,
    line: 'Reading up on it.',
    seeks: [{ kind: 'LEGAL_MEMO', line: 'on state law' }],
    offers: [],
  })
  expect(
    await screen.findByRole('button', { name: 'Edit your work on Community land trusts' }),
  ).toBeTruthy()
})

test('says at each field what is missing, and sends nothing', async () => {
  const asked = answerGraphql({ viewer: viewer(ana), issues })
  const { user } = visit('/you')
  const form = await startNewWork(user)
  await user.click(form.getByRole('button', { name: 'Save' }))
  expect(await form.findByText('Choose an issue from the list.')).toBeTruthy()
  expect(form.getByText('Choose how far along you are.')).toBeTruthy()
  expect(asked.some((each) => each.operation === 'SaveWork')).toBe(false)
})

test('does not overwrite work that is there already', async () => {
  const asked = answerGraphql({ viewer: viewer(ana), issues })
  const { user } = visit('/you')
  const form = await startNewWork(user)
  await user.type(form.getByRole('combobox'), 'Right')
  await user.click(await screen.findByRole('option', { name: /Right to counsel/ }))
  await user.click(form.getByRole('radio', { name: /Adopted/ }))
  await user.click(form.getByRole('button', { name: 'Save' }))
  expect(await form.findByText(/You already work on this/)).toBeTruthy()
  expect(asked.some((each) => each.operation === 'SaveWork')).toBe(false)
})

test('an error of the server stands at its field, and what was typed is still there', async () => {
  answerGraphql({
    viewer: viewer(ana),
    saveWork: {
      work: null,
      errors: [
        { field: 'line', code: 'INVALID', message: 'Leave addresses out of this line.' },
        { field: null, code: 'CONFLICT', message: 'Somebody changed this meanwhile.' },
      ],
    },
  })
  const { user } = visit('/you')
  await user.click(
    await screen.findByRole('button', { name: 'Edit your work on Right to counsel' }),
  )
  const line = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /your own words/ })
  await user.clear(line)
  await user.type(line, 'Write to me at home')
  await user.click(within(line.form ?? document.body).getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Leave addresses out of this line.')).toBeTruthy()
  expect(line.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Somebody changed this meanwhile.')).toBeTruthy()
  expect(line.value).toBe('Write to me at home')
})

test('removes work only after asking', async () => {
  const mine = { ...ana, work: [...ana.work] }
  const asked = answerGraphql({
    viewer: () => viewer(mine),
    removeWork: () => {
      mine.work = []
      return { removedId: 'work-1', version: 2, errors: [] }
    },
  })
  const { user } = visit('/you')
  const remove = { name: 'Remove your work on Right to counsel' }
  await user.click(await screen.findByRole('button', remove))
  await user.click(screen.getByRole('button', { name: 'Keep it' }))
  expect(asked.some((each) => each.operation === 'RemoveWork')).toBe(false)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', remove)))
  await user.click(screen.getByRole('button', remove))
  await user.click(screen.getByRole('button', { name: 'Yes, remove' }))
  expect(await screen.findByText('Nothing yet. Add the first issue you work on.')).toBeTruthy()
})

test('saves the profile as it stands in the form', async () => {
  const asked = answerGraphql({
    viewer: viewer(ana),
    updateProfile: { official: { ...ana, biography: 'Nurse.' }, version: 2, errors: [] },
  })
  const { user } = visit('/you')
  await user.type(await screen.findByRole('textbox', { name: 'About you' }), 'Nurse.')
  await user.click(screen.getByRole('radio', { name: 'Only staff' }))
  await user.click(screen.getByRole('checkbox', { name: 'Spanish' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Your profile was saved.')).toBeTruthy()
  expect(asked.find((each) => each.operation === 'UpdateProfile')?.variables.input).toEqual({
    ownerId: 'official-1',
    version: 1,
    name: 'Ana Villareal',
    pronouns: 'she/her',
    biography: 'Nurse.',
    languages: ['en', 'es'],
    profileVisibility: 'STAFF',
    paused: false,
  })
})

test('a name can’t be empty', async () => {
  const asked = answerGraphql({ viewer: viewer(person('official-1', 'Ana Villareal', [])) })
  const { user } = visit('/you')
  await user.clear(await screen.findByRole('textbox', { name: 'Name' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Give the name you go by in office.')).toBeTruthy()
  expect(asked.some((each) => each.operation === 'UpdateProfile')).toBe(false)
})

function refusing(code: string) {
  const errors = [{ field: null, code, message: 'in the words of the server' }]
  return {
    saveWork: { work: null, errors },
    removeWork: { removedId: null, errors },
    updateProfile: { official: null, errors },
  }
}

test.each([
  ['OTHER_ACCOUNT', /Somebody else has signed in from another window/],
  ['STALE', /Your record was changed in another window/],
])('%s: says what happened, keeps what was typed, and reads nothing anew', async (code, text) => {
  const asked = answerGraphql({ viewer: viewer(ana), issues, ...refusing(code) })
  const { user } = visit('/you')
  const about = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'About you' })
  await user.type(about, 'Typed for long.')
  const profile = within(about.form ?? document.body)
  await user.click(profile.getByRole('button', { name: 'Save' }))
  expect(await profile.findByText(text)).toBeTruthy()
  expect(profile.getByText('Nothing was saved yet.')).toBeTruthy()
  expect(profile.queryByText(/marked below/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Remove your work on Right to counsel' }))
  await user.click(screen.getByRole('button', { name: 'Yes, remove' }))
  await waitFor(() => expect(screen.getAllByText(text)).toHaveLength(2))
  expect(about.value).toBe('Typed for long.')
  expect(asked.filter((each) => each.operation === 'You')).toHaveLength(1)
})

test('a change made here carries the version on; one read meanwhile does not', async () => {
  const mine = { ...ana, work: [...ana.work] }
  const asked = answerGraphql({
    viewer: () => viewer(mine),
    removeWork: () => {
      mine.work = []
      // Another window saved between this change and the next reading.
      mine.version = 3
      return { removedId: 'work-1', version: 2, errors: [] }
    },
    updateProfile: refusing('STALE').updateProfile,
  })
  const { user } = visit('/you')
  const remove = { name: 'Remove your work on Right to counsel' }
  await user.click(await screen.findByRole('button', remove))
  await user.click(screen.getByRole('button', { name: 'Yes, remove' }))
  expect(await screen.findByText('Nothing yet. Add the first issue you work on.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await screen.findByText(/Your record was changed in another window/)
  const sent = asked.find((each) => each.operation === 'UpdateProfile')?.variables.input
  expect(sent).toMatchObject({ ownerId: 'official-1', version: 2 })
})
