import type { Intent, SuggestionFragment } from '@/gql/graphql'
import { isAhead } from '@/shared/stages/stages'
import type { Texts } from '@/texts'

/** The sentence over the whole list. It claims no more than is true of everyone in it. */
export function headlineFor(t: Texts, suggestions: SuggestionFragment[], intent: Intent): string {
  const count = suggestions.length
  if (count === 0) return t.home.noneYet
  if (intent === 'COLLABORATE') return t.home.toWorkWith(count)
  const allAhead = suggestions.every((each) => isAhead(each.viewerStage, each.peerStage))
  return allAhead ? t.home.ahead(count) : t.home.toLearnFrom(count)
}

/** The sentence cut around the fact to mark: before it, the fact, after it. */
export function cutAround(sentence: string, fact: string): [string, string, string] {
  const at = fact ? sentence.indexOf(fact) : -1
  if (at < 0) return [sentence, '', '']
  return [sentence.slice(0, at), fact, sentence.slice(at + fact.length)]
}
