import { formatsOf } from '../formats'

export const locale = 'en-US'
export const format = formatsOf(locale)

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The number in words up to nine, for the beginning of a sentence. */
export function spelled(count: number): string {
  return format.capital(small[count] ?? format.number(count))
}
