import * as v from 'valibot'
import type { FacetField, OfficialFilter } from '@/gql/graphql'
import { OFFICE_KINDS, POPULATION_BANDS, STAGES } from '@/shared/enums'
import { LIMITS } from '@/shared/limits'

// A part of the address that makes no sense counts as left out: an old link still opens.
const several = <T extends string>(one: v.GenericSchema<unknown, T>) =>
  v.optional(v.fallback(v.array(one), []), [])

const words = v.pipe(v.string(), v.maxLength(LIMITS.search.words))

/** The state of the directory, as it stands in the address. */
export const DirectorySearch = v.object({
  q: v.optional(v.fallback(words, ''), ''),
  issue: several(words),
  stage: several(v.picklist(STAGES)),
  state: several(words),
  office: several(v.picklist(OFFICE_KINDS)),
  size: several(v.picklist(POPULATION_BANDS)),
  pages: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1), 1),
})

export type DirectorySearch = v.InferOutput<typeof DirectorySearch>

/** Which part of the address holds the values of which facet. */
const partOf = {
  ISSUE: 'issue',
  STAGE: 'stage',
  STATE: 'state',
  OFFICE_TYPE: 'office',
  POPULATION_BAND: 'size',
} as const satisfies Record<FacetField, keyof DirectorySearch>

export function filterOf(search: DirectorySearch): OfficialFilter {
  return {
    issueIds: search.issue,
    stages: search.stage,
    states: search.state,
    officeTypes: search.office,
    populationBands: search.size,
  }
}

/** The same search with one facet value taken in or left out; it starts at its first page again. */
export function toggled(
  search: DirectorySearch,
  field: FacetField,
  value: string,
): DirectorySearch {
  const part = partOf[field]
  const chosen: string[] = search[part]
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]
  return v.parse(DirectorySearch, { ...search, [part]: next, pages: 1 })
}

export function isChosen(search: DirectorySearch, field: FacetField, value: string): boolean {
  const chosen: string[] = search[partOf[field]]
  return chosen.includes(value)
}

export function countChosen(search: DirectorySearch): number {
  return Object.values(partOf).reduce((total, part) => total + search[part].length, 0)
}

export const everything: DirectorySearch = v.parse(DirectorySearch, {})
