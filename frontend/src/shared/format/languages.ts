import { t } from '@/texts'

/** The name of a language in the reader's own: "es" is Spanish. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(t.locale, { type: 'language' }).of(code) ?? code
}
