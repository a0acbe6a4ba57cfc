import { useEffect } from 'react'
import { isLanguage, setLanguage, storeLanguage } from '@/texts'

/** Shows the app in the language that the viewer reads, once that is known and when it changes. */
export function useViewerLanguage(language: string | undefined): void {
  useEffect(() => {
    if (!language || !isLanguage(language)) return
    // When the texts can't be read, the page stays as it is, and the next start tries again.
    setLanguage(language).catch(() => {})
    storeLanguage(language)
  }, [language])
}
