import * as v from 'valibot'
import type { OwnOfficialFragment, Visibility } from '@/gql/graphql'
import { t } from '@/texts'

export const visibilities = Object.keys(t.you.visibilityChoice) as Visibility[]

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

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, t.you.tooLong(most)))

/** What one says about oneself, and when it can be sent. */
export const ProfileForm = v.object({
  name: v.pipe(text(200), v.nonEmpty(t.you.nameMissing)),
  pronouns: text(40),
  biography: text(2000),
  languages: v.array(v.string()),
  profileVisibility: v.picklist(visibilities),
  paused: v.boolean(),
})

export type ProfileFormValues = v.InferInput<typeof ProfileForm>

export function profileOf(official: OwnOfficialFragment): ProfileFormValues {
  return {
    name: official.name,
    pronouns: official.pronouns ?? '',
    biography: official.biography ?? '',
    languages: [...official.languages],
    profileVisibility: official.profileVisibility ?? 'NETWORK',
    paused: official.paused ?? false,
  }
}
