import { ChipChoice } from '@/shared/ui/choice'
import { useTexts } from '@/texts'

type IssueName = { id: string; name: string }

/** One of several issues; nothing where there is nothing to choose. */
export function IssueChips({
  name,
  issues,
  issue,
  onIssue,
}: {
  name: string
  issues: IssueName[]
  issue: IssueName
  onIssue: (issue: IssueName) => void
}) {
  const t = useTexts()
  if (issues.length < 2) return null
  return (
    <fieldset className="mb-4 min-w-0">
      <legend className="sr-only">{t.home.issueChoice}</legend>
      <div className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        {issues.map((each) => (
          <ChipChoice
            key={each.id}
            name={name}
            checked={issue.id === each.id}
            onChange={() => onIssue(each)}
          >
            {each.name}
          </ChipChoice>
        ))}
      </div>
    </fieldset>
  )
}
