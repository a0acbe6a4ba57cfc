import type { Stage } from '@/gql/graphql'

/** The line that work moves along. What has stopped is off it. */
export const line: readonly Stage[] = [
  'EXPLORING',
  'DRAFTING',
  'INTRODUCED',
  'ADOPTED',
  'IMPLEMENTING',
  'DEFENDING',
]

/** How far along; undefined for what has stopped. */
export function position(stage: Stage): number | undefined {
  const found = line.indexOf(stage)
  return found < 0 ? undefined : found
}

/** Compares two stages so that the furthest along comes first and what has stopped last. */
export function furthestFirst(one: Stage, other: Stage): number {
  return (position(other) ?? -1) - (position(one) ?? -1)
}

/** Whether the second stands further along than the first. */
export function isAhead(mine: Stage | null, theirs: Stage | null): boolean {
  const from = mine && position(mine)
  const to = theirs && position(theirs)
  return typeof from === 'number' && typeof to === 'number' && to > from
}
