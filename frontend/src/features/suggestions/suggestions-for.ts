import type { Intent, SuggestionsQueryVariables } from '@/gql/graphql'

/** What to ask for: one of the viewer's issues, or all of them, and what for. */
export function suggestionsFor(
  issue: string | undefined,
  intent: Intent | undefined,
): SuggestionsQueryVariables {
  return { issueId: issue || null, intent: intent ?? 'LEARN' }
}
