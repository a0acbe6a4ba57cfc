import type { DatePrecision } from '@/gql/graphql'
import { t } from '@/texts'

const shapes: Record<DatePrecision, Intl.DateTimeFormatOptions> = {
  DAY: { day: 'numeric', month: 'long', year: 'numeric' },
  MONTH: { month: 'long', year: 'numeric' },
  YEAR: { year: 'numeric' },
}

/** A date of the API (2026-03-14) in words, no finer than it is known. */
export function inWords(date: string, precision: DatePrecision = 'DAY'): string {
  // A date has no time zone: read and written in UTC, so that no reader sees the day before.
  const format = new Intl.DateTimeFormat(t.locale, { ...shapes[precision], timeZone: 'UTC' })
  return format.format(new Date(`${date}T00:00:00Z`))
}

export function year(date: string): string {
  return date.slice(0, 4)
}

/** The day today where the reader is, as the API writes dates. */
export function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
