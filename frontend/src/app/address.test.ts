import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './address'

test('what was written into the address is read from it again', () => {
  const search = {
    q: 'Åsa & co?',
    stage: ['ADOPTED', 'DRAFTING'],
    issue: ['SXNzdWU6MQ=='],
    pages: 2,
  }
  expect(parseSearch(stringifySearch(search))).toEqual(search)
})

test('one value of a list is still a list, and nothing chosen leaves no trace', () => {
  expect(parseSearch('?stage=ADOPTED')).toEqual({ stage: ['ADOPTED'] })
  expect(stringifySearch({ q: '', stage: [], pages: undefined })).toBe('')
})
