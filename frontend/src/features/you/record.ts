import { useState } from 'react'
import type { OwnOfficialFragment } from '@/gql/graphql'

export type OwnRecord = {
  /** Sent with each change, for the server to refuse it on somebody else's record or a newer one. */
  read: { ownerId: string; version: number }
  /** To be told the version that a change made here has led to. */
  onVersion: (version: number | null) => void
}

/**
 * Whose record this page read, and in which version. Only changes made here carry the version on:
 * what the forms hold is as old as what they were filled from, whatever is read meanwhile.
 */
export function useOwnRecord({ id, version }: OwnOfficialFragment): OwnRecord {
  const [read, setRead] = useState({ ownerId: id, version: version ?? 0 })
  return {
    read,
    onVersion: (next) => {
      if (next !== null) setRead((before) => ({ ...before, version: next }))
    },
  }
}
