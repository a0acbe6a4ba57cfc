import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import type { SuggestionFragment } from '@/gql/graphql'
import { year } from '@/shared/format/dates'
import { inOneLine } from '@/shared/format/parts'
import { Avatar } from '@/shared/ui/avatar'
import { buttonLook } from '@/shared/ui/button'
import { InventedTag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'
import { cutAround } from './headline'
import { PathPicture } from './path-picture'
import { pathsOf } from './paths'
import { ReasonList } from './reason-list'
import { StageLine } from './stage-line'

function PeerFacts({ peer }: { peer: SuggestionFragment['peer'] }) {
  const t = useTexts()
  const { title, locality, inOfficeSince } = peer
  const place = locality && t.words.place(locality.name, locality.stateName)
  const more = [
    locality?.population && t.words.people(locality.population),
    inOfficeSince && t.words.since(year(inOfficeSince)),
  ]
  return (
    <p className="text-muted">
      {[title, place].filter(Boolean).join(', ')}
      <span className="block text-small">{inOneLine(...more)}</span>
    </p>
  )
}

/** One suggested person: the sentence first, then the reasons, the ways between, and the stages. */
export function SuggestionCard({ suggestion }: { suggestion: SuggestionFragment }) {
  const t = useTexts()
  const id = useId()
  const { peer, issue, viewerStage, peerStage } = suggestion
  const [before, fact, after] = cutAround(suggestion.headline, suggestion.headlineFact)
  return (
    <article aria-labelledby={id} className="card p-5 sm:p-6">
      <div className="grid gap-x-8 gap-y-6 md:grid-cols-[minmax(0,1fr)_14rem]">
        <div className="min-w-0">
          <div className="flex items-center gap-4">
            <Avatar id={peer.id} initials={peer.initials} size="large" />
            <div className="min-w-0">
              <h2 id={id} className="serif-heading flex flex-wrap items-center gap-x-2.5 text-name">
                <Link
                  to="/officials/$id"
                  params={{ id: peer.id }}
                  className="hover:text-green hover:underline hover:decoration-1 hover:underline-offset-4"
                >
                  {peer.name}
                </Link>
                {peer.invented && <InventedTag />}
              </h2>
              <PeerFacts peer={peer} />
            </div>
          </div>
          <p className="serif-sentence mt-4 max-w-measure text-sentence">
            {before}
            {fact && <mark>{fact}</mark>}
            {after}
          </p>
          <ReasonList
            reasons={suggestion.reasons}
            headline={suggestion.headline}
            label={t.home.reasons(peer.name)}
          />
        </div>
        <div className="grid content-start gap-4 md:pt-2">
          <PathPicture name={peer.name} initials={peer.initials} paths={pathsOf(t, suggestion)} />
          {issue && viewerStage && peerStage && (
            <StageLine
              name={peer.name}
              initials={peer.initials}
              issue={issue.name}
              mine={viewerStage}
              theirs={peerStage}
            />
          )}
        </div>
      </div>
      <div className="mt-5 border-line border-t pt-4">
        <Link
          to="/officials/$id"
          params={{ id: peer.id }}
          className={`${buttonLook('main')} w-full sm:w-auto`}
        >
          {t.home.profile(peer.name)}
        </Link>
      </div>
    </article>
  )
}
