import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useQuery } from 'urql'
import { type Intent, SuggestionsDocument, type ViewerOfficialFragment } from '@/gql/graphql'
import { buttonLook } from '@/shared/ui/button'
import { Empty, PageHeading } from '@/shared/ui/page'
import { Problem } from '@/shared/ui/problem'
import { Bone, Loading } from '@/shared/ui/skeleton'
import { useTexts } from '@/texts'
import { Choices } from './choices'
import { headlineFor } from './headline'
import { RenewableList } from './renewable-list'
import { CardBones } from './suggestion-list'
import { suggestionsFor } from './suggestions-for'
import { WhoSeesYou } from './who-sees-you'

type Props = {
  official: ViewerOfficialFragment | undefined
  issue: string | undefined
  intent: Intent
  onIssue: (id: string | undefined) => void
  onIntent: (intent: Intent) => void
}

/** The first page: who, in other places, has been where the viewer is. `official` is undefined while it is read. */
export function ForYou({ official, issue, intent, onIssue, onIntent }: Props) {
  const t = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  const asked = suggestionsFor(issue, intent)
  const [{ data, error, fetching }, again] = useQuery({
    query: SuggestionsDocument,
    variables: asked,
  })
  const suggested = error ? undefined : (data?.viewer.suggestedPeers ?? undefined)
  const peers = suggested?.edges.map((edge) => edge.node) ?? []
  const hasWork = !official || official.work.length > 0
  const own = official?.work.find((work) => work.issue.id === issue)

  return (
    <div className="grid gap-x-9 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18.5rem]">
      <div className="min-w-0">
        <PageHeading ref={heading}>
          {suggested && hasWork ? headlineFor(t, peers, intent) : t.home.looking}
        </PageHeading>
        <p className="mt-2 max-w-measure text-muted">
          {own ? t.home.leadIssue[own.stage](own.issue.name) : t.home.leadAll}{' '}
          {intent === 'LEARN' ? t.home.leadLearn : t.home.leadCollaborate}
        </p>
        {hasWork && (
          <Choices
            issues={official?.work.map((work) => work.issue) ?? []}
            issue={issue}
            intent={intent}
            onIssue={onIssue}
            onIntent={onIntent}
          />
        )}
        <div className="mt-7" aria-busy={fetching}>
          {!hasWork ? (
            <Empty title={t.home.noWorkTitle} text={t.home.noWork}>
              <Link to="/you" className={buttonLook('main')}>
                {t.home.addWork}
              </Link>
            </Empty>
          ) : error ? (
            <Problem error={error} onRetry={() => again({ requestPolicy: 'network-only' })}>
              <Link to="/directory" className={buttonLook('other')}>
                {t.app.toDirectory}
              </Link>
            </Problem>
          ) : suggested ? (
            <RenewableList
              key={`${intent} ${issue}`}
              suggested={suggested}
              asked={asked}
              ownerId={official?.id}
              fetching={fetching}
              onRenewed={() => heading.current?.focus()}
            />
          ) : (
            <>
              <Loading />
              <CardBones />
            </>
          )}
        </div>
      </div>
      <aside className="grid content-start gap-4 lg:pt-2">
        {official?.paused && (
          <section className="card border-gold bg-gold-wash p-5 text-gold-ink">
            <p>{t.home.paused}</p>
            <Link to="/you" className="text-link mt-2 inline-block">
              {t.home.resume}
            </Link>
          </section>
        )}
        {official ? <WhoSeesYou official={official} /> : <Bone className="h-52 rounded-card!" />}
        <section className="card p-5">
          <h2 className="eyebrow">{t.home.how}</h2>
          <p className="mt-2">{t.home.howText}</p>
        </section>
      </aside>
    </div>
  )
}
