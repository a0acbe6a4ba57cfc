import type { DirectoryCountQuery } from '@/gql/graphql'
import type { Texts } from '@/texts'
import { type DirectorySearch, isChosen } from './search'

type Counted = DirectoryCountQuery['officials']['facets'][number]

/** A value to choose. Whether it is chosen says the address, at once; the server only counts. */
export type Facet = Counted & { selected: boolean }

/** The facets as they are shown: what is one of the field's own words is said in the reader's language. */
export function facetsOf(
  { words }: Texts,
  counted: readonly Counted[],
  search: DirectorySearch,
): Facet[] {
  const ours: Record<string, string> = { ...words.stage, ...words.office, ...words.size }
  return counted.map((facet) => ({
    ...facet,
    label: ours[facet.value] ?? facet.label,
    selected: isChosen(search, facet.field, facet.value),
  }))
}
