import * as v from 'valibot'
import type { HelpInput, OwnWorkFragment, SaveWorkInput, Stage } from '@/gql/graphql'
import { HELP_KINDS, PRIORITIES, STAGES } from '@/shared/enums'
import { today } from '@/shared/format/dates'
import { LIMITS } from '@/shared/limits'
import type { Texts } from '@/texts'

/** What is typed about one piece of work, and when it can be sent. */
export function workForm({ you }: Texts) {
  const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, you.tooLong(most)))
  const help = v.object({
    kind: v.picklist(HELP_KINDS),
    chosen: v.boolean(),
    line: text(LIMITS.work.helpLine),
  })
  return v.object({
    issueId: v.pipe(v.string(), v.nonEmpty(you.issueMissing)),
    stage: v.picklist(STAGES, you.stageMissing),
    priority: v.picklist(PRIORITIES),
    since: v.pipe(
      v.string(),
      v.check((date) => date === '' || date <= today(), you.sinceFuture),
    ),
    line: text(LIMITS.work.line),
    seeks: v.array(help),
    offers: v.array(help),
  })
}

/** The work as it can be sent. */
export type CheckedWork = v.InferOutput<ReturnType<typeof workForm>>

export type WorkFormValues = Omit<v.InferInput<ReturnType<typeof workForm>>, 'stage'> & {
  stage: Stage | null
}

function asTyped(help: OwnWorkFragment['seeks']): WorkFormValues['seeks'] {
  return HELP_KINDS.map((kind) => {
    const known = help.find((each) => each.kind === kind)
    return { kind, chosen: known !== undefined, line: known?.line ?? '' }
  })
}

function asSent(help: CheckedWork['seeks']): HelpInput[] {
  return help.filter((each) => each.chosen).map(({ kind, line }) => ({ kind, line }))
}

export function valuesOf(work: OwnWorkFragment | undefined): WorkFormValues {
  return {
    issueId: work?.issue.id ?? '',
    stage: work?.stage ?? null,
    priority: work?.priority ?? 'MEDIUM',
    since: work?.since ?? '',
    line: work?.line ?? '',
    seeks: asTyped(work?.seeks ?? []),
    offers: asTyped(work?.offers ?? []),
  }
}

export function inputOf(values: CheckedWork): Omit<SaveWorkInput, 'ownerId' | 'version'> {
  return {
    ...values,
    since: values.since || null,
    seeks: asSent(values.seeks),
    offers: asSent(values.offers),
  }
}
