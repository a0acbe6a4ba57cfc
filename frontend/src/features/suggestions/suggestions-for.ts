import type { Intent } from '@/gql/graphql'

export type SuggestionsAsked = { issueId: string | null; intent: Intent }

/** What to ask for: one of the viewer's issues, or all of them, and what for. */
export function suggestionsFor(
  issue: string | undefined,
  intent: Intent | undefined,
): SuggestionsAsked {
  return { issueId: issue || null, intent: intent ?? 'LEARN' }
}
