import { useId } from 'react'
import { useForm } from 'react-hook-form'
import { useMutation } from 'urql'
import { type OwnWorkFragment, SaveWorkDocument } from '@/gql/graphql'
import { PRIORITIES, STAGES } from '@/shared/enums'
import { today } from '@/shared/format/dates'
import { LIMITS } from '@/shared/limits'
import { Button } from '@/shared/ui/button'
import { Choice } from '@/shared/ui/choice'
import { Field, FieldError, FieldGroup } from '@/shared/ui/field'
import { useTexts } from '@/texts'
import { checkedBy } from './checked-by'
import { FormProblem } from './form-problem'
import { HelpFields } from './help-fields'
import { IssueChoice } from './issue-choice'
import type { OwnRecord } from './record'
import { placeErrors } from './server-errors'
import { type CheckedWork, inputOf, valuesOf, type WorkFormValues, workForm } from './work-schema'

type Props = {
  work?: OwnWorkFragment
  record: OwnRecord
  /** Issues that one has work on already. */
  taken: string[]
  onSaved: (issue: string) => void
  onCancel: () => void
}

/** Adds a piece of work, or changes one. */
export function WorkFields({ work, record, taken, onSaved, onCancel }: Props) {
  const t = useTexts()
  const id = useId()
  const [, save] = useMutation(SaveWorkDocument)
  const form = useForm<WorkFormValues, unknown, CheckedWork>({
    defaultValues: valuesOf(work),
    resolver: checkedBy<WorkFormValues, CheckedWork>(workForm(t) as never),
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (values) => {
    if (!work && taken.includes(values.issueId)) {
      form.setError('issueId', { message: t.you.issueTwice })
      return
    }
    if (!work && taken.length >= LIMITS.work.issues) {
      form.setError('issueId', { message: t.you.issuesFull(LIMITS.work.issues) })
      return
    }
    const { data, error } = await save({ input: { ...record.read, ...inputOf(values) } })
    if (error || !data) form.setError('root.server', { message: t.problems.internal.title })
    else if (data.saveWork.work) {
      record.onVersion(data.saveWork.version)
      onSaved(data.saveWork.work.issue.name)
    } else placeErrors(t, form, data.saveWork.errors)
  })

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      <FormProblem errors={errors} />
      {work ? (
        <div>
          <p className="serif-heading text-name">{work.issue.name}</p>
          <p className="text-muted text-small">{t.you.issueFixed}</p>
        </div>
      ) : (
        <div>
          <p id={`${id}-issue`} className="mb-1 font-medium">
            {t.you.issue}
          </p>
          <p id={`${id}-issue-hint`} className="mb-1.5 text-muted text-small">
            {t.you.issueHint}
          </p>
          <IssueChoice
            labelledBy={`${id}-issue`}
            describedBy={`${id}-issue-hint ${id}-issue-error`}
            invalid={errors.issueId !== undefined}
            onChoose={(issue) =>
              form.setValue('issueId', issue, { shouldValidate: form.formState.isSubmitted })
            }
          />
          <FieldError id={`${id}-issue-error`} error={errors.issueId?.message} />
        </div>
      )}
      <FieldGroup legend={t.you.stage} error={errors.stage?.message}>
        <div className="grid gap-x-6 sm:grid-cols-2">
          {STAGES.map((stage) => (
            <Choice key={stage} type="radio" value={stage} {...form.register('stage')}>
              {t.words.stage[stage]}{' '}
              <span className="text-muted text-small">{t.words.stageMeans[stage]}</span>
            </Choice>
          ))}
        </div>
      </FieldGroup>
      <FieldGroup legend={t.you.priority} error={errors.priority?.message}>
        <div className="flex flex-wrap gap-x-6">
          {PRIORITIES.map((priority) => (
            <Choice key={priority} type="radio" value={priority} {...form.register('priority')}>
              {t.words.priority[priority]}
            </Choice>
          ))}
        </div>
      </FieldGroup>
      <Field label={t.you.line} hint={t.you.lineHint} error={errors.line?.message}>
        {(wiring) => (
          <textarea rows={3} className="control" {...wiring} {...form.register('line')} />
        )}
      </Field>
      <Field label={t.you.since} hint={t.you.sinceHint} error={errors.since?.message}>
        {(wiring) => (
          <input
            type="date"
            max={today()}
            className="control sm:max-w-56"
            {...wiring}
            {...form.register('since')}
          />
        )}
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <HelpFields form={form} part="seeks" legend={t.you.seeks} />
        <HelpFields form={form} part="offers" legend={t.you.offers} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="main" type="submit" disabled={isSubmitting}>
          {isSubmitting ? t.you.saving : t.you.save}
        </Button>
        <Button look="other" onClick={onCancel}>
          {t.you.cancel}
        </Button>
      </div>
    </form>
  )
}
