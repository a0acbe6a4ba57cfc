import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { OfficialDocument } from '@/gql/graphql'
import { PageBones } from '@/shared/ui/page-bones'
import { Problem } from '@/shared/ui/problem'
import { OfficialPage, type Reader } from './official-page'

/** Reads a person and shows them; `missing` stands when there is none, or none for this viewer. */
export function Official({
  id,
  viewer,
  missing,
}: {
  id: string
  viewer: Reader | undefined
  missing: ReactNode
}) {
  const [{ data, error }, again] = useQuery({ query: OfficialDocument, variables: { id } })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  if (!data) return <PageBones />
  if (!data.official) return missing
  return <OfficialPage official={data.official} viewer={viewer} />
}
