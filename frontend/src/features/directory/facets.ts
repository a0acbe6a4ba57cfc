import type { DirectoryCountQuery } from '@/gql/graphql'
import { type DirectorySearch, isChosen } from './search'

type Counted = DirectoryCountQuery['officials']['facets'][number]

/** A value to choose. Whether it is chosen says the address, at once; the server only counts. */
export type Facet = Counted & { selected: boolean }

/** The facets as they are shown. */
export function facetsOf(counted: readonly Counted[], search: DirectorySearch): Facet[] {
  return counted.map((facet) => ({
    ...facet,
    selected: isChosen(search, facet.field, facet.value),
  }))
}
