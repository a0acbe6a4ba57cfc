import type { OrganizationKind } from '@/gql/graphql'
import { inOneLine } from '@/shared/format/parts'
import { InventedTag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'

type Organization = {
  name: string
  kind: OrganizationKind
  description: string
  website: string | null
  invented: boolean
  places?: string[]
}

/** An organization in a list: who they are, and where to read more. */
export function OrganizationCard({ organization }: { organization: Organization }) {
  const t = useTexts()
  const { name, kind, description, website, invented, places } = organization
  return (
    <li className="card p-4">
      <p className="serif-heading text-[1.0625rem]">{name}</p>
      <p className="mt-0.5 text-muted text-small">
        {inOneLine(...new Set([t.words.organization[kind], ...(places ?? [])]))}
      </p>
      {description && <p className="mt-2">{description}</p>}
      <p className="mt-2 flex flex-wrap items-center gap-x-3">
        {website && (
          <a href={website} rel="noreferrer" className="text-link break-all text-small">
            {website.replace(/^https?:\/\//, '')}
          </a>
        )}
        {invented && <InventedTag of="organization" />}
      </p>
    </li>
  )
}
