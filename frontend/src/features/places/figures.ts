import type { PlaceFact } from '@/gql/graphql'
import { t } from '@/texts'

const shapes: Partial<Record<PlaceFact, Intl.NumberFormatOptions>> = {
  MEDIAN_INCOME: { style: 'currency', currency: 'USD', maximumFractionDigits: 0 },
  MEDIAN_RENT: { style: 'currency', currency: 'USD', maximumFractionDigits: 0 },
  POPULATION: { maximumFractionDigits: 0 },
}
const share: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 }

/** A figure of a place as people write it: $1,360, 50.2%, 276,807. */
export function figure(fact: PlaceFact, value: number): string {
  return new Intl.NumberFormat(t.locale, shapes[fact] ?? share).format(value)
}
