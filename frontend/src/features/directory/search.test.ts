import * as v from 'valibot'
import { expect, test } from 'vitest'
import { countChosen, DirectorySearch, everything, filterOf, toggled } from './search'

test('an address that makes no sense opens the whole directory', () => {
  expect(v.parse(DirectorySearch, { stage: ['DREAMING'], pages: -1, q: 7, size: 'big' })).toEqual(
    everything,
  )
})

test('choosing a value twice leaves the search as it was, on its first page', () => {
  const once = toggled({ ...everything, pages: 3 }, 'STAGE', 'ADOPTED')
  expect(once.stage).toEqual(['ADOPTED'])
  expect(once.pages).toBe(1)
  expect(countChosen(once)).toBe(1)
  expect(toggled(once, 'STAGE', 'ADOPTED')).toEqual(everything)
})

test('values of one facet add up and go into the filter by field', () => {
  let search = toggled(everything, 'ISSUE', 'issue-1')
  search = toggled(search, 'ISSUE', 'issue-2')
  search = toggled(search, 'STATE', 'AZ')
  expect(filterOf(search)).toEqual({
    issueIds: ['issue-1', 'issue-2'],
    stages: [],
    states: ['AZ'],
    officeTypes: [],
    populationBands: [],
  })
})
