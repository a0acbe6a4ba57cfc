import { Link } from '@tanstack/react-router'
import type { OfficialQuery } from '@/gql/graphql'
import { inOneLine } from '@/shared/format/parts'
import { StageMark } from '@/shared/stages/stage-mark'
import { Tag } from '@/shared/ui/tag'
import { useTexts } from '@/texts'

type Work = NonNullable<OfficialQuery['official']>['work'][number]
type Help = Work['seeks'][number]

function HelpList({ title, help, tone }: { title: string; help: Help[]; tone: 'green' | 'gold' }) {
  const t = useTexts()
  if (help.length === 0) return null
  return (
    <div>
      <h4 className="text-muted text-small">{title}</h4>
      <ul className="mt-1 grid gap-1">
        {help.map(({ kind, line }) => (
          <li key={kind}>
            <Tag tone={tone}>{t.words.help[kind]}</Tag> {line}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** One piece of work: the issue, in their words, what they look for and offer. */
export function WorkCard({ work }: { work: Work }) {
  const t = useTexts()
  const since = work.since && t.official.since(t.format.date(work.since, 'MONTH'))
  return (
    <article className="card p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="serif-heading text-name">
          <Link
            to="/issues/$id"
            params={{ id: work.issue.id }}
            className="hover:text-green hover:underline hover:decoration-1 hover:underline-offset-4"
          >
            {work.issue.name}
          </Link>
        </h3>
        <StageMark stage={work.stage} />
      </div>
      <p className="mt-1 text-muted text-small">
        {inOneLine(since, t.official.priority(t.words.priority[work.priority]))}
      </p>
      {work.line && <p className="serif-sentence mt-3 max-w-measure text-sentence">{work.line}</p>}
      {work.seeks.length + work.offers.length > 0 && (
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          <HelpList title={t.official.offers} help={work.offers} tone="green" />
          <HelpList title={t.official.seeks} help={work.seeks} tone="gold" />
        </div>
      )}
    </article>
  )
}
