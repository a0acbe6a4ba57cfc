import { useSyncExternalStore } from 'react'
import type { en } from './en'

/** Every text of the web app, in one language; another has the same keys, or does not compile. */
export type Texts = typeof en

// One bundle a language: a reader downloads the texts that they read.
const bundles = {
  en: () => import('./en').then((bundle) => bundle.en),
  es: () => import('./es').then((bundle) => bundle.es),
} satisfies Record<string, () => Promise<Texts>>

export type Language = keyof typeof bundles

/** The languages of the app, each by its own name. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español' }

const storageKey = 'counterpart.language'
const listeners = new Set<() => void>()
let requested: Language
let current: Texts | undefined

/**
 * Shows the app in a language; what is open and typed stays as it is.
 * Rejects, changing nothing, when the texts can't be read.
 */
export async function setLanguage(language: Language): Promise<void> {
  requested = language
  const texts = await bundles[language]()
  if (requested !== language) return
  current = texts
  document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** The texts in the language that is set; whoever uses them is shown anew when it changes. */
export function useTexts(): Texts {
  return useSyncExternalStore(subscribe, currentTexts)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function currentTexts(): Texts {
  if (!current) throw new Error('The texts have not been read yet.')
  return current
}

export function isLanguage(code: string): code is Language {
  return Object.hasOwn(bundles, code)
}

/** The language to start in: the one kept from last time, else the browser's first that there is. */
export function initialLanguage(): Language {
  const codes = [storage()?.getItem(storageKey) ?? '', ...navigator.languages]
  return codes.map((code) => code.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en'
}

/** Keeps the language for the next start, so that it does not begin in the wrong one. */
export function storeLanguage(language: Language): void {
  storage()?.setItem(storageKey, language)
}

/** Leaves the choice of a language to the browser again. */
export function forgetLanguage(): void {
  storage()?.removeItem(storageKey)
}

function storage(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    // Reading the property throws where a browser keeps nothing for this site.
    return undefined
  }
}
