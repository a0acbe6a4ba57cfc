import { expect, test } from 'vitest'
import type { SuggestionFragment } from '@/gql/graphql'
import { en } from '@/texts/en'
import { cutAround, headlineFor } from './headline'

function standing(viewerStage: string | null, peerStage: string | null) {
  return { viewerStage, peerStage } as SuggestionFragment
}

test('says that people have been there only when everyone is further along', () => {
  const ahead = standing('DRAFTING', 'ADOPTED')
  expect(headlineFor(en, [ahead, ahead, ahead], 'LEARN')).toBe(
    'Three people have been where you are',
  )
  expect(headlineFor(en, [ahead], 'LEARN')).toBe('One person has been where you are')
  expect(headlineFor(en, [ahead, standing('DRAFTING', 'DRAFTING')], 'LEARN')).toBe(
    'Two people you can learn from',
  )
  expect(headlineFor(en, [ahead, standing('DRAFTING', 'STOPPED')], 'LEARN')).toBe(
    'Two people you can learn from',
  )
  expect(headlineFor(en, [standing(null, null)], 'LEARN')).toBe('One person you can learn from')
})

test('speaks of working together when that is what was asked', () => {
  expect(headlineFor(en, [standing('DRAFTING', 'ADOPTED')], 'COLLABORATE')).toBe(
    'One person you could work with',
  )
})

test('claims nobody when there is nobody', () => {
  expect(headlineFor(en, [], 'LEARN')).toBe('Nobody to suggest yet')
})

test('marks the fact inside the sentence, and nothing when it is not in it', () => {
  expect(cutAround('She adopted it in 2023.', 'adopted it')).toEqual([
    'She ',
    'adopted it',
    ' in 2023.',
  ])
  expect(cutAround('She adopted it.', 'repealed it')).toEqual(['She adopted it.', '', ''])
  expect(cutAround('She adopted it.', '')).toEqual(['She adopted it.', '', ''])
})
