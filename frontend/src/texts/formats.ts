import type { DatePrecision } from '@/gql/graphql'

const shapes: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  DAY: { day: 'numeric', month: 'long', year: 'numeric' },
  MONTH: { month: 'long', year: 'numeric' },
  YEAR: { year: 'numeric' },
}

/** Numbers, dates and lists as those who read a language write them. */
export function formatsOf(locale: string) {
  const rules = new Intl.PluralRules(locale)
  const digits = new Intl.NumberFormat(locale)
  const items = new Intl.ListFormat(locale)
  const number = (value: number) => digits.format(value)
  return {
    number,

    /** The number with its noun: "1 official", "1,204 officials". */
    counted: (count: number, one: string, other: string) =>
      `${number(count)} ${rules.select(count) === 'one' ? one : other}`,

    /** A share from 0 to 1 in percent, with at most so many decimals: "32%". */
    percent: (share: number, decimals = 0) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: decimals }).format(
        share,
      ),

    /** Whole dollars: "$1,360". */
    dollars: (value: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: 'USD',
        maximumFractionDigits: 0,
      }).format(value),

    /** A date of the API (2026-03-14) in words, no finer than it is known. */
    date: (date: string, precision: DatePrecision = 'DAY') =>
      // A date has no time zone: read and written in UTC, so that no reader sees the day before.
      new Intl.DateTimeFormat(locale, { ...shapes[precision], timeZone: 'UTC' }).format(
        new Date(`${date}T00:00:00Z`),
      ),

    /** "A", "A and B", "A, B, and C". */
    list: (names: readonly string[]) => items.format(names),

    /** With a capital, as at the beginning of a line. */
    capital: (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),

    /** The name of a language by its code: "es" is Spanish, "en" is inglés. */
    language: (code: string) =>
      new Intl.DisplayNames(locale, { type: 'language' }).of(code) ?? code,
  }
}
