import type { Intent } from '@/gql/graphql'
import { ChipChoice } from '@/shared/ui/choice'
import { useTexts } from '@/texts'

type IssueName = { id: string; name: string }

const intents: Intent[] = ['LEARN', 'COLLABORATE']

/** On which of one's issues, and what for. The row of issues may be pushed sideways on a phone. */
export function Choices({
  issues,
  issue,
  intent,
  onIssue,
  onIntent,
}: {
  issues: IssueName[]
  issue: string | undefined
  intent: Intent
  onIssue: (id: string | undefined) => void
  onIntent: (intent: Intent) => void
}) {
  const t = useTexts()
  return (
    <div className="mt-5 grid gap-3">
      <fieldset className="min-w-0">
        <legend className="sr-only">{t.home.issueChoice}</legend>
        <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
          <ChipChoice name="issue" checked={!issue} onChange={() => onIssue(undefined)}>
            {t.home.allIssues}
          </ChipChoice>
          {issues.map((each) => (
            <ChipChoice
              key={each.id}
              name="issue"
              checked={issue === each.id}
              onChange={() => onIssue(each.id)}
            >
              {each.name}
            </ChipChoice>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="sr-only">{t.home.intentChoice}</legend>
        <div className="inline-flex rounded-control border border-edge bg-surface p-0.5">
          {intents.map((each) => (
            <label
              key={each}
              className="relative inline-flex min-h-8 items-center rounded-[8px] px-3 has-checked:bg-green-wash has-checked:font-medium has-checked:text-green-ink has-focus-visible:outline-[2.5px] has-focus-visible:outline-green"
            >
              <input
                type="radio"
                name="intent"
                className="sr-only"
                checked={intent === each}
                onChange={() => onIntent(each)}
              />
              {t.home.intent[each]}
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
