import * as v from 'valibot'
import type { HelpInput, HelpKind, OwnWorkFragment, SaveWorkInput } from '@/gql/graphql'
import { today } from '@/shared/format/dates'
import { t } from '@/texts'

export const helpKinds = Object.keys(t.words.help) as HelpKind[]
export const stages = Object.keys(t.words.stage) as OwnWorkFragment['stage'][]
export const priorities = Object.keys(t.words.priority) as OwnWorkFragment['priority'][]

const mostInLine = 500
const mostInHelp = 200

const Help = v.object({
  kind: v.picklist(helpKinds),
  chosen: v.boolean(),
  line: v.pipe(v.string(), v.trim(), v.maxLength(mostInHelp, t.you.tooLong(mostInHelp))),
})

/** What is typed about one piece of work, and when it can be sent. */
export const WorkForm = v.object({
  issueId: v.pipe(v.string(), v.nonEmpty(t.you.issueMissing)),
  stage: v.picklist(stages, t.you.stageMissing),
  priority: v.picklist(priorities),
  since: v.pipe(
    v.string(),
    v.check((date) => date === '' || date <= today(), t.you.sinceFuture),
  ),
  line: v.pipe(v.string(), v.trim(), v.maxLength(mostInLine, t.you.tooLong(mostInLine))),
  seeks: v.array(Help),
  offers: v.array(Help),
})

export type WorkFormValues = Omit<v.InferInput<typeof WorkForm>, 'stage'> & {
  stage: OwnWorkFragment['stage'] | null
}

function asTyped(help: OwnWorkFragment['seeks']): v.InferInput<typeof Help>[] {
  return helpKinds.map((kind) => {
    const known = help.find((each) => each.kind === kind)
    return { kind, chosen: known !== undefined, line: known?.line ?? '' }
  })
}

function asSent(help: v.InferOutput<typeof Help>[]): HelpInput[] {
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

export function inputOf(values: v.InferOutput<typeof WorkForm>): SaveWorkInput {
  return {
    ...values,
    since: values.since || null,
    seeks: asSent(values.seeks),
    offers: asSent(values.offers),
  }
}
