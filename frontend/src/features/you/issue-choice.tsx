import { useEffect, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components/ComboBox'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { useQuery } from 'urql'
import { IssueChoicesDocument } from '@/gql/graphql'
import { LIMITS } from '@/shared/limits'
import { useTexts } from '@/texts'

const pause = 250

/** Chooses an issue by typing a few letters; the focus stays in the field. */
export function IssueChoice({
  invalid,
  describedBy,
  labelledBy,
  onChoose,
}: {
  invalid: boolean
  describedBy: string
  labelledBy: string
  onChoose: (id: string) => void
}) {
  const t = useTexts()
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), pause)
    return () => clearTimeout(timer)
  }, [typed])
  const [{ data }] = useQuery({
    query: IssueChoicesDocument,
    variables: { search: search || null },
  })
  const issues = data?.issues.edges.map((edge) => edge.node) ?? []

  return (
    <I18nProvider locale={t.locale}>
      <ComboBox
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        isInvalid={invalid}
        items={issues}
        inputValue={typed}
        onInputChange={setTyped}
        onSelectionChange={(key) => onChoose(key === null ? '' : String(key))}
        allowsEmptyCollection
        menuTrigger="focus"
      >
        <Input className="control" autoComplete="off" maxLength={LIMITS.search.words} />
        <Popover className="card w-(--trigger-width) overflow-y-auto border-edge p-1" offset={4}>
          <ListBox
            className="outline-none"
            renderEmptyState={() => <p className="px-3 py-2 text-muted">{t.you.issueNone}</p>}
          >
            {(issue: (typeof issues)[number]) => (
              <ListBoxItem
                id={issue.id}
                textValue={issue.name}
                className="cursor-pointer rounded-control px-3 py-2 data-focused:bg-green-wash data-focused:text-green-ink"
              >
                {issue.name}
                {issue.parent && (
                  <span className="block text-muted text-small">{issue.parent.name}</span>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </I18nProvider>
  )
}
