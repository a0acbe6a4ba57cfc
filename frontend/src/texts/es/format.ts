import { formatsOf } from '../formats'

/** Spanish as it is written in the United States: 1,204 and 14 de septiembre de 2026. */
export const locale = 'es-US'
export const format = formatsOf(locale)

const small = ['ninguna', 'una', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve']

/** The number of something feminine in words up to nine, for the beginning of a sentence. */
export function spelled(count: number): string {
  return format.capital(small[count] ?? format.number(count))
}
