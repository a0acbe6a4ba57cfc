import type { PlaceFact } from '@/gql/graphql'
import type { Texts } from '@/texts'

/** A figure of a place as people write it: $1,360, 50.2%, 276,807. */
export function figure({ format }: Texts, fact: PlaceFact, value: number): string {
  if (fact === 'POPULATION') return format.number(value)
  if (fact === 'MEDIAN_INCOME' || fact === 'MEDIAN_RENT') return format.dollars(value)
  return format.percent(value, 1)
}
