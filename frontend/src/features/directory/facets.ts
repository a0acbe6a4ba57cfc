import type { DirectoryCountQuery } from '@/gql/graphql'
import { t } from '@/texts'
import { type DirectorySearch, isChosen } from './search'

type Counted = DirectoryCountQuery['officials']['facets'][number]

/** A value to choose. Whether it is chosen says the address, at once; the server only counts. */
export type Facet = Counted & { selected: boolean }

const ours: Record<string, string> = { ...t.words.stage, ...t.words.office, ...t.words.size }

/** The facets as they are shown: what is one of the field's own words is said in the reader's language. */
export function facetsOf(counted: readonly Counted[], search: DirectorySearch): Facet[] {
  return counted.map((facet) => ({
    ...facet,
    label: ours[facet.value] ?? facet.label,
    selected: isChosen(search, facet.field, facet.value),
  }))
}
