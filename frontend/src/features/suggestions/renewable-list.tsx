import { RefreshCw } from 'lucide-react'
import { useRef, useState } from 'react'
import { useMutation } from 'urql'
import { RenewSuggestionsDocument, type SuggestedPeersFragment } from '@/gql/graphql'
import { Button } from '@/shared/ui/button'
import { refusedFor, wordsFor } from '@/shared/ui/problem'
import { useTexts } from '@/texts'
import { SuggestionList } from './suggestion-list'
import type { SuggestionsAsked } from './suggestions-for'

function peopleOf({ edges }: SuggestedPeersFragment): string {
  return edges.map(({ node }) => node.peer.id).join()
}

/** The list, which is kept for a week, and beneath it the button that has it made anew. */
export function RenewableList({
  suggested,
  asked,
  ownerId,
  fetching,
  onRenewed,
}: {
  suggested: SuggestedPeersFragment
  asked: SuggestionsAsked
  /** The official whose list it is; undefined while that is being read. */
  ownerId: string | undefined
  fetching: boolean
  onRenewed: () => void
}) {
  const t = useTexts()
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string>()
  const [{ fetching: renewing }, renew] = useMutation(RenewSuggestionsDocument)
  const status = useRef<HTMLParagraphElement>(null)
  const busy = fetching || renewing

  async function makeAnew() {
    if (busy || !ownerId) return
    setSaid('')
    setProblem(undefined)
    const { data, error } = await renew({ ownerId, ...asked })
    // Another list was chosen meanwhile: leave the focus where it is.
    if (!status.current) return
    const renewed = data?.renewSuggestions?.viewer?.suggestedPeers
    if (renewed) {
      setSaid(peopleOf(renewed) === peopleOf(suggested) ? t.home.renewedSame : t.home.renewed)
      onRenewed()
    } else {
      const { title } = error ? wordsFor(t, error) : t.problems.internal
      const refused = data?.renewSuggestions?.errors[0]
      setProblem(refused ? refusedFor(t, refused) : t.home.notRenewed(title))
    }
  }

  return (
    <>
      {/* It stands in the gap above the list, so that nothing moves when it speaks. */}
      <p
        ref={status}
        role="status"
        className="-mt-6 mb-1 min-h-5 font-medium text-green text-small leading-5"
      >
        {said}
      </p>
      <div aria-busy={busy} className={busy ? 'opacity-60 transition-opacity' : undefined}>
        <SuggestionList suggested={suggested} intent={asked.intent} />
      </div>
      {suggested.edges.length > 0 && (
        <div className="mt-4 flex flex-wrap items-center gap-x-1">
          {/* Two lines on a phone, as the longest of these sentences needs. */}
          <div className="min-h-12 w-full max-w-measure sm:min-h-0 sm:w-auto">
            {problem ? (
              <p role="alert" className="font-medium text-red">
                {problem}
              </p>
            ) : (
              <p className="text-muted">{t.home.kept}</p>
            )}
          </div>
          {/* Not `disabled` while it works: that would take the focus away. */}
          <Button
            look="quiet"
            aria-disabled={busy}
            className="max-sm:-ml-3 aria-disabled:cursor-default aria-disabled:opacity-60"
            onClick={makeAnew}
          >
            <RefreshCw aria-hidden="true" className="size-4" />
            {renewing ? t.home.renewing : t.home.renew}
          </Button>
        </div>
      )}
    </>
  )
}
