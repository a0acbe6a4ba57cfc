import * as v from 'valibot'
import type { OwnOfficialFragment } from '@/gql/graphql'
import { VISIBILITIES } from '@/shared/enums'
import { LIMITS } from '@/shared/limits'
import type { Texts } from '@/texts'

/** The languages most spoken at home in the United States, as ISO 639-1 codes. */
export const commonLanguages = [
  'en',
  'es',
  'zh',
  'tl',
  'vi',
  'ar',
  'fr',
  'ko',
  'ru',
  'ht',
  'so',
  'pt',
]

/** What one says about oneself, and when it can be sent. */
export function profileForm({ you }: Texts) {
  const most = LIMITS.profile
  const text = (length: number) =>
    v.pipe(v.string(), v.trim(), v.maxLength(length, you.tooLong(length)))
  return v.object({
    name: v.pipe(text(most.name), v.nonEmpty(you.nameMissing)),
    pronouns: text(most.pronouns),
    biography: text(most.biography),
    languages: v.pipe(
      v.array(v.string()),
      v.maxLength(most.languages, you.languagesMany(most.languages)),
    ),
    profileVisibility: v.picklist(VISIBILITIES),
    paused: v.boolean(),
    language: v.string(),
  })
}

export type ProfileFormValues = v.InferInput<ReturnType<typeof profileForm>>

/** The form as it begins; `language` is the one that the viewer reads. */
export function profileOf(official: OwnOfficialFragment, language: string): ProfileFormValues {
  return {
    language,
    name: official.name,
    pronouns: official.pronouns ?? '',
    biography: official.biography ?? '',
    languages: [...official.languages],
    profileVisibility: official.profileVisibility ?? 'NETWORK',
    paused: official.paused ?? false,
  }
}
