import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import type { FieldErrorFragment } from '@/gql/graphql'
import { codeOf } from '@/shared/api/client'
import { type Texts, useTexts } from '@/texts'
import { Button } from './button'

/** An error in words for people, by its code. */
export function wordsFor(t: Texts, error: CombinedError): { title: string; text: string } {
  const code = codeOf(error)
  if (code === 'SUGGESTIONS_UNAVAILABLE') return t.problems.suggestions
  if (code === 'RATE_LIMITED' || code === 'TOO_COSTLY') return t.problems.busy
  if (code === 'FORBIDDEN') return t.problems.forbidden
  if (error.networkError && !error.response) return t.problems.offline
  return t.problems.internal
}

/** Why a change was refused: in the page's own words where the page is to blame, else the server's. */
export function refusedFor(
  t: Texts,
  { code, message }: Pick<FieldErrorFragment, 'code' | 'message'>,
) {
  return code === 'OTHER_ACCOUNT' || code === 'STALE' ? t.problems.refused[code] : message
}

/** What went wrong in place of what was asked for, and what to do next. */
export function Problem({
  error,
  onRetry,
  children,
}: {
  error: CombinedError
  onRetry: () => void
  children?: ReactNode
}) {
  const t = useTexts()
  const { title, text } = wordsFor(t, error)
  const reference = error.graphQLErrors.find((each) => each.extensions.correlationId)?.extensions
    .correlationId
  return (
    <section role="alert" className="card p-6">
      <h2 className="serif-heading text-name">{title}</h2>
      <p className="mt-2 max-w-measure text-muted">{text}</p>
      {reference !== undefined && (
        <p className="mt-2 text-muted text-small">{t.problems.reference(String(reference))}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="main" onClick={onRetry}>
          {t.problems.tryAgain}
        </Button>
        {children}
      </div>
    </section>
  )
}
