import { useState } from 'react'
import { useQuery } from 'urql'
import { AlliesDocument, type AllyFragment } from '@/gql/graphql'
import { inOneLine } from '@/shared/format/parts'
import { IssueChips } from '@/shared/issues/issue-chips'
import { Section } from '@/shared/ui/page'
import { Problem } from '@/shared/ui/problem'
import { Bone, Loading } from '@/shared/ui/skeleton'
import { InventedTag, Tag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'

type IssueName = { id: string; name: string }

const tones = { YOURS: 'gold', THEIRS: 'green', BOTH: 'blue' } as const

/** An organization: what it does where, and whom one may talk to there. */
function AllyCard({ ally }: { ally: AllyFragment }) {
  const t = useTexts()
  const { organization, activeOn, experts } = ally
  return (
    <li className="card p-4">
      <p className="flex flex-wrap items-center gap-x-3">
        <span className="serif-heading text-[1.0625rem]">{organization.name}</span>
        {organization.invented && <InventedTag of="organization" />}
      </p>
      <ul className="mt-2 grid gap-1.5">
        {activeOn.map(({ text, side }) => (
          <li key={text} className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {text} <Tag tone={tones[side]}>{t.official.side[side]}</Tag>
          </li>
        ))}
      </ul>
      {experts.length > 0 && (
        <div className="mt-3">
          <p className="text-muted text-small">{t.official.experts}</p>
          <ul>
            {experts.map((expert) => (
              <li key={expert.id}>{inOneLine(expert.name, expert.title)}</li>
            ))}
          </ul>
        </div>
      )}
      {organization.website && (
        <p className="mt-2">
          <a
            href={organization.website}
            rel="noreferrer"
            className="text-link break-all text-small"
          >
            {organization.website.replace(/^https?:\/\//, '')}
          </a>
        </p>
      )}
    </li>
  )
}

function AlliesOn({ issue, peer }: { issue: string; peer: string }) {
  const t = useTexts()
  const [{ data, error }, again] = useQuery({
    query: AlliesDocument,
    variables: { issueId: issue, peerId: peer },
  })
  if (error)
    return <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />
  const allies = data?.viewer.allies
  if (!allies) {
    return (
      <>
        <Loading />
        <Bone className="h-32" />
      </>
    )
  }
  if (allies.length === 0) return <p className="text-muted">{t.official.noAllies}</p>
  return (
    <ul className="grid gap-4 sm:grid-cols-2">
      {allies.map((ally) => (
        <AllyCard key={ally.organization.id} ally={ally} />
      ))}
    </ul>
  )
}

/** Organizations in the viewer's place or this person's, for one of the issues they work on. */
export function Allies({ peer, issues }: { peer: string; issues: [IssueName, ...IssueName[]] }) {
  const t = useTexts()
  const [issue, choose] = useState(issues[0])
  return (
    <Section id="allies" title={t.official.allies}>
      <IssueChips name="allies" issues={issues} issue={issue} onIssue={choose} />
      <AlliesOn issue={issue.id} peer={peer} />
    </Section>
  )
}
