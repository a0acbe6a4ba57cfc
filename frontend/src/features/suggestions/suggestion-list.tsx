import { Link } from '@tanstack/react-router'
import type { Intent, SuggestedPeersFragment } from '@/gql/graphql'
import { buttonLook } from '@/shared/ui/button'
import { Empty } from '@/shared/ui/page'
import { Bone } from '@/shared/ui/skeleton'
import { useTexts } from '@/texts'
import { SuggestionCard } from './suggestion-card'

export function SuggestionList({
  suggested,
  intent,
}: {
  suggested: SuggestedPeersFragment
  intent: Intent
}) {
  const t = useTexts()
  if (suggested.edges.length === 0) {
    return (
      <Empty title={t.home.noneTitle} text={t.home.none}>
        <Link to="/directory" className={buttonLook('main')}>
          {t.app.toDirectory}
        </Link>
      </Empty>
    )
  }
  return (
    <>
      {suggested.widened && (
        <p className="mb-4 max-w-measure rounded-control bg-gold-wash px-4 py-3 text-gold-ink">
          {suggested.widened}
        </p>
      )}
      <ul className="grid gap-4" aria-label={t.home.intent[intent]}>
        {suggested.edges.map(({ node }) => (
          <li key={node.peer.id}>
            <SuggestionCard suggestion={node} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The place of three cards while they are being found. */
export function CardBones() {
  return (
    <div className="grid gap-4" aria-hidden="true">
      {['first', 'second', 'third'].map((card) => (
        <div key={card} className="card min-h-[27rem] p-6 md:min-h-[24rem]">
          <div className="flex items-center gap-4">
            <Bone className="size-14 rounded-pill" />
            <div className="grow">
              <Bone className="h-6 w-40" />
              <Bone className="mt-2 h-4 w-64 max-w-full" />
            </div>
          </div>
          <Bone className="mt-6 h-6 w-full max-w-md" />
          <Bone className="mt-2 h-6 w-3/4 max-w-sm" />
          <Bone className="mt-6 h-4 w-2/3 max-w-xs" />
          <Bone className="mt-3 h-4 w-1/2 max-w-xs" />
          <Bone className="mt-3 h-4 w-2/3 max-w-xs" />
        </div>
      ))}
    </div>
  )
}
