import { useRef, useState } from 'react'
import type { OwnWorkFragment } from '@/gql/graphql'
import { Button } from '@/shared/ui/button'
import { useTexts } from '@/texts'
import type { OwnRecord } from './record'
import { WorkFields } from './work-fields'
import { WorkItem } from './work-item'

/** Everything one works on: add to it, change it, remove from it. */
export function OwnWork({ work, record }: { work: OwnWorkFragment[]; record: OwnRecord }) {
  const t = useTexts()
  const [open, setOpen] = useState<string>()
  const [said, setSaid] = useState('')
  const heading = useRef<HTMLHeadingElement>(null)
  const adding = open === 'new'

  function done(message: string) {
    setOpen(undefined)
    setSaid(message)
    heading.current?.focus()
  }

  return (
    <section aria-labelledby="own-work">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2
          ref={heading}
          id="own-work"
          tabIndex={-1}
          className="serif-heading text-section outline-none"
        >
          {t.you.work}
        </h2>
        {!adding && (
          <Button look="main" onClick={() => setOpen('new')}>
            {t.you.addWork}
          </Button>
        )}
      </div>
      <p className="mt-1 max-w-measure text-muted">{t.you.workLead}</p>
      <p role="status" className="mt-2 min-h-6 font-medium text-green">
        {said}
      </p>
      <div className="mt-2 grid gap-4">
        {adding && (
          <section aria-label={t.you.newWork} className="card border-green p-5 sm:p-6">
            <WorkFields
              record={record}
              taken={work.map((each) => each.issue.id)}
              onSaved={(issue) => done(t.you.added(issue))}
              onCancel={() => done('')}
            />
          </section>
        )}
        {work.length === 0 && !adding && <p className="card p-5 text-muted">{t.you.noWork}</p>}
        {work.map((each) => (
          <article key={each.id} className="card p-5 sm:p-6">
            {open === each.id ? (
              <WorkFields
                work={each}
                record={record}
                taken={[]}
                onSaved={(issue) => done(t.you.added(issue))}
                onCancel={() => done('')}
              />
            ) : (
              <WorkItem
                work={each}
                record={record}
                onEdit={() => setOpen(each.id)}
                onRemoved={() => done(t.you.removed(each.issue.name))}
              />
            )}
          </article>
        ))}
      </div>
    </section>
  )
}
