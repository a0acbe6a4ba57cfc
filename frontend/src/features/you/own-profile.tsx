import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useMutation } from 'urql'
import { type OwnOfficialFragment, UpdateProfileDocument } from '@/gql/graphql'
import { VISIBILITIES } from '@/shared/enums'
import { Button } from '@/shared/ui/button'
import { Choice } from '@/shared/ui/choice'
import { Field, FieldGroup } from '@/shared/ui/field'
import { languageNames, useTexts } from '@/texts'
import { checkedBy } from './checked-by'
import { FormProblem } from './form-problem'
import { commonLanguages, type ProfileFormValues, profileForm, profileOf } from './profile-schema'
import type { OwnRecord } from './record'
import { placeErrors } from './server-errors'

/** What one says about oneself, and who may see it. */
export function OwnProfile({
  official,
  language,
  record,
}: {
  official: OwnOfficialFragment
  /** The language that the viewer reads. */
  language: string
  record: OwnRecord
}) {
  const t = useTexts()
  const [saved, setSaved] = useState(false)
  const [, update] = useMutation(UpdateProfileDocument)
  const form = useForm<ProfileFormValues, unknown, ProfileFormValues>({
    defaultValues: profileOf(official, language),
    resolver: checkedBy(profileForm(t)),
  })
  const { errors, isSubmitting } = form.formState
  const languages = [...new Set([...commonLanguages, ...official.languages])]

  const submit = form.handleSubmit(async (values) => {
    setSaved(false)
    // Without a choice of one's own, the language goes on following the browser.
    const { language: chosen, ...profile } = values
    const input = chosen === language ? profile : values
    const { data, error } = await update({ input: { ...record.read, ...input } })
    if (error || !data) form.setError('root.server', { message: t.problems.internal.title })
    else if (data.updateProfile.official) {
      record.onVersion(data.updateProfile.version)
      setSaved(true)
    } else placeErrors(t, form, data.updateProfile.errors)
  })

  return (
    <section aria-labelledby="own-profile" className="mt-12">
      <h2 id="own-profile" className="serif-heading text-section">
        {t.you.profile}
      </h2>
      <form onSubmit={submit} noValidate className="card mt-4 grid gap-5 p-5 sm:p-6">
        <FormProblem errors={errors} />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label={t.you.name} error={errors.name?.message}>
            {(wiring) => (
              <input
                autoComplete="name"
                className="control"
                {...wiring}
                {...form.register('name')}
              />
            )}
          </Field>
          <Field label={t.you.pronouns} error={errors.pronouns?.message}>
            {(wiring) => (
              <input
                placeholder={t.you.pronounsHint}
                className="control"
                {...wiring}
                {...form.register('pronouns')}
              />
            )}
          </Field>
        </div>
        <Field label={t.you.biography} hint={t.you.biographyHint} error={errors.biography?.message}>
          {(wiring) => (
            <textarea rows={5} className="control" {...wiring} {...form.register('biography')} />
          )}
        </Field>
        <FieldGroup legend={t.you.languages} error={errors.languages?.message}>
          <div className="grid grid-cols-2 gap-x-6 sm:grid-cols-3">
            {languages.map((code) => (
              <Choice key={code} type="checkbox" value={code} {...form.register('languages')}>
                {t.format.capital(t.format.language(code))}
              </Choice>
            ))}
          </div>
        </FieldGroup>
        <FieldGroup
          legend={t.you.visibility}
          hint={t.you.visibilityHint}
          error={errors.profileVisibility?.message}
        >
          {VISIBILITIES.map((visibility) => (
            <Choice
              key={visibility}
              type="radio"
              value={visibility}
              {...form.register('profileVisibility')}
            >
              {t.you.visibilityChoice[visibility]}
            </Choice>
          ))}
        </FieldGroup>
        <FieldGroup legend={t.you.reads} hint={t.you.readsHint}>
          <div className="flex flex-wrap gap-x-6">
            {Object.entries(languageNames).map(([code, name]) => (
              <Choice key={code} type="radio" value={code} {...form.register('language')}>
                <span lang={code}>{name}</span>
              </Choice>
            ))}
          </div>
        </FieldGroup>
        <Choice type="checkbox" {...form.register('paused')}>
          {t.you.pause}
          <span className="block text-muted text-small">{t.you.pauseHint}</span>
        </Choice>
        <div className="flex flex-wrap items-center gap-4">
          <Button look="main" type="submit" disabled={isSubmitting}>
            {isSubmitting ? t.you.saving : t.you.save}
          </Button>
          <p role="status" className="font-medium text-green">
            {saved ? t.you.profileSaved : ''}
          </p>
        </div>
      </form>
    </section>
  )
}
