import type { ReasonCode, ReasonFragment, SuggestionFragment } from '@/gql/graphql'
import type { Texts } from '@/texts'

/** One way from the viewer to the other: what lies between, and whether it is help that flows. */
export type Path = { label: string; help: boolean }

const most = 4
const help: ReasonCode[] = ['OFFERS_WHAT_YOU_SEEK', 'SEEKS_WHAT_YOU_OFFER', 'RECIPROCITY']

function thing(reason: ReasonFragment): string | undefined {
  for (const { node } of reason.evidence) {
    if (node?.__typename === 'Work') return node.issue.name
    if (node?.__typename === 'Issue') return node.name
    if (node?.__typename === 'Organization') return node.name
    if (node?.__typename === 'Adoption') return node.policy.name
  }
  return undefined
}

function labelOf(t: Texts, reason: ReasonFragment, issue: string | undefined): string | undefined {
  switch (reason.code) {
    case 'SAME_ISSUE':
    case 'FURTHER_ALONG':
    case 'WIDER_ISSUE':
      return issue ?? thing(reason)
    case 'OFFERS_WHAT_YOU_SEEK':
      return t.home.offers
    case 'SEEKS_WHAT_YOU_OFFER':
      return t.home.seeks
    case 'NEARBY':
      return t.home.nearby
    case 'ALIKE_SIZE':
      return t.home.alikeSize
    case 'SAME_OFFICE':
      return t.home.sameOffice
    case 'SHARED_EVENT':
      return t.home.sharedEvent
    case 'SAME_PREEMPTION':
      return t.home.samePreemption
    case 'ALIKE_PLACE':
      return t.home.alikePlace
    case 'RECIPROCITY':
      return t.home.reciprocity
    case 'SAVED':
      return undefined
    default:
      return thing(reason)
  }
}

/** The reasons as ways between two people, strongest first, each thing once. */
export function pathsOf(
  t: Texts,
  suggestion: Pick<SuggestionFragment, 'reasons' | 'issue'>,
): Path[] {
  const paths: Path[] = []
  for (const reason of suggestion.reasons) {
    const label = labelOf(t, reason, suggestion.issue?.name)
    if (!label || paths.some((path) => path.label === label)) continue
    paths.push({ label, help: help.includes(reason.code) })
  }
  return paths.slice(0, most)
}

const lineLength = 21

function cut(text: string): string {
  return text.length > lineLength ? `${text.slice(0, lineLength - 1).trimEnd()}…` : text
}

/** A label in one line, or in two that are about as long as each other; what is longer still is cut. */
export function inLines(label: string): string[] {
  if (label.length <= lineLength) return [label]
  const words = label.split(' ')
  const breaks = words.slice(1).map((_, index) => {
    const lines = [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')]
    return { lines, longest: lengthOf(lines) }
  })
  const best = breaks.sort((one, other) => one.longest - other.longest)[0]
  return best ? best.lines.map(cut) : [cut(label)]
}

export function lengthOf(lines: string[]): number {
  return Math.max(...lines.map((line) => line.length))
}
