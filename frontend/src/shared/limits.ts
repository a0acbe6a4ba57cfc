// Written by `make schema` from the server's own; not to be edited.

/** The most characters, or items, that the server takes. */
export const LIMITS = {
  profile: { name: 200, pronouns: 40, biography: 2000, languages: 10 },
  work: { line: 280, helpLine: 160, issues: 30 },
  search: { words: 200 },
} as const
