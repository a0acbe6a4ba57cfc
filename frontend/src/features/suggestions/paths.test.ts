import { expect, test } from 'vitest'
import type { ReasonFragment } from '@/gql/graphql'
import { en } from '@/texts/en'
import { inLines, pathsOf } from './paths'

function reason(code: ReasonFragment['code'], node: object | null = null): ReasonFragment {
  const evidence = node ? [{ label: 'since 2021', source: null, node }] : []
  return { code, text: '', share: 0.2, evidence } as unknown as ReasonFragment
}

const issue = { id: 'issue-1', name: 'Right to counsel' }
const trusts = { __typename: 'Work', id: 'work-1', issue: { id: 'issue-2', name: 'Land trusts' } }

test('draws each thing between two people once, strongest first', () => {
  const reasons = [
    reason('FURTHER_ALONG'),
    reason('SAME_ISSUE'),
    reason('ALSO_WORKS_ON', trusts),
    reason('OFFERS_WHAT_YOU_SEEK'),
  ]
  expect(pathsOf(en, { issue, reasons })).toEqual([
    { label: 'Right to counsel', help: false },
    { label: 'Land trusts', help: false },
    { label: 'offers → you seek', help: true },
  ])
})

test('leaves out what it can’t name, and draws at most four', () => {
  expect(
    pathsOf(en, { issue: null, reasons: [reason('ALSO_WORKS_ON'), reason('SAME_ISSUE')] }),
  ).toEqual([])
  const many = (
    ['SAME_ISSUE', 'NEARBY', 'ALIKE_SIZE', 'SAME_OFFICE', 'SEEKS_WHAT_YOU_OFFER'] as const
  ).map((code) => reason(code))
  expect(pathsOf(en, { issue, reasons: many })).toHaveLength(4)
})

test('names laws, events and help both ways, and not that one saved it', () => {
  const reasons = (
    ['SAVED', 'SAME_PREEMPTION', 'SHARED_EVENT', 'RECIPROCITY', 'ALIKE_PLACE'] as const
  ).map((code) => reason(code))
  expect(pathsOf(en, { issue, reasons })).toEqual([
    { label: 'forbidden in both states', help: false },
    { label: 'same event', help: false },
    { label: 'help both ways', help: true },
    { label: 'places alike', help: false },
  ])
})

test('names the policies of places by what was adopted', () => {
  const adoption = { __typename: 'Adoption', id: 'adoption-1', policy: { name: 'Zero-fare buses' } }
  expect(pathsOf(en, { issue, reasons: [reason('ALIKE_ADOPTERS', adoption)] })).toEqual([
    { label: 'Zero-fare buses', help: false },
  ])
})

test('sets a long label in two lines of about one length, and cuts what is longer still', () => {
  expect(inLines('Land trusts')).toEqual(['Land trusts'])
  expect(inLines('Public land to a community land trust')).toEqual([
    'Public land to a',
    'community land trust',
  ])
  expect(inLines('Landlordtenantmediationprograms')).toEqual(['Landlordtenantmediat…'])
})
