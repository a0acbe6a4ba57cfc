import { useRef, useState } from 'react'
import { useMutation } from 'urql'
import { type OwnWorkFragment, RemoveWorkDocument } from '@/gql/graphql'
import { inOneLine } from '@/shared/format/parts'
import { StageMark } from '@/shared/stages/stage-mark'
import { Button } from '@/shared/ui/button'
import { refusedFor } from '@/shared/ui/problem'
import { Tag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'
import type { OwnRecord } from './record'

type Props = {
  work: OwnWorkFragment
  record: OwnRecord
  onEdit: () => void
  onRemoved: () => void
}

/** One piece of one's own work, to change or, after a question, to remove. */
export function WorkItem({ work, record, onEdit, onRemoved }: Props) {
  const t = useTexts()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [{ fetching }, remove] = useMutation(RemoveWorkDocument)
  const removeButton = useRef<HTMLButtonElement>(null)
  const { name } = work.issue

  async function confirmed() {
    const { data, error } = await remove({ input: { ...record.read, workId: work.id } })
    const refused = data?.removeWork.errors[0]
    if (error || !data || refused) {
      setProblem(refused ? refusedFor(t, refused) : t.problems.internal.title)
    } else {
      record.onVersion(data.removeWork.version)
      onRemoved()
    }
  }

  function keep() {
    setAsking(false)
    setProblem(undefined)
    // The button returns with the next picture of the page; only then can it take the focus.
    requestAnimationFrame(() => removeButton.current?.focus())
  }

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="serif-heading text-name">{name}</h3>
        <StageMark stage={work.stage} />
      </div>
      <p className="mt-1 text-muted text-small">
        {inOneLine(
          work.since && t.official.since(t.format.date(work.since, 'MONTH')),
          t.official.priority(t.words.priority[work.priority]),
        )}
      </p>
      {work.line && <p className="serif-sentence mt-2 max-w-measure text-sentence">{work.line}</p>}
      <p className="mt-3 flex flex-wrap gap-1.5">
        {work.seeks.map(({ kind }) => (
          <Tag key={kind} tone="gold">
            {t.you.seekTag(t.words.help[kind])}
          </Tag>
        ))}
        {work.offers.map(({ kind }) => (
          <Tag key={kind} tone="green">
            {t.you.offerTag(t.words.help[kind])}
          </Tag>
        ))}
      </p>
      {asking ? (
        <div className="mt-4 rounded-control bg-sunk p-4">
          <p>{t.you.removeSure(name)}</p>
          {problem && (
            <p role="alert" className="mt-1 font-medium text-red">
              {problem}
            </p>
          )}
          <div className="mt-3 flex flex-wrap gap-2">
            <Button look="other" autoFocus disabled={fetching} onClick={confirmed}>
              {t.you.removeYes}
            </Button>
            <Button look="quiet" onClick={keep}>
              {t.you.removeNo}
            </Button>
          </div>
        </div>
      ) : (
        <div className="mt-2 -mb-2 -ml-3 flex flex-wrap">
          <Button look="quiet" aria-label={t.you.editNamed(name)} onClick={onEdit}>
            {t.you.edit}
          </Button>
          <Button
            ref={removeButton}
            look="quiet"
            aria-label={t.you.removeNamed(name)}
            onClick={() => setAsking(true)}
          >
            {t.you.remove}
          </Button>
        </div>
      )}
    </>
  )
}
