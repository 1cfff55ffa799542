import { ProblemNotice, useAct, useSpeech } from '@intikhab/kernel/console'
import { Notice } from '@intikhab/kernel/screens'
import { Button, PasswordInput } from '@mantine/core'
import { useState, type FormEvent, type ReactNode } from 'react'
import { accountPath, afterChange } from './methods.ts'
import { words } from './words.ts'

const nothing = { old: '', password: '' }

/** Sets a password, with the one of before where there is one. `signInName` is for the browser's keeper of passwords. */
export function PasswordForm({ signInName, hasOne }: { signInName: string; hasOne: boolean }): ReactNode {
  const { t } = useSpeech()
  const [typed, setTyped] = useState(nothing)
  const change = useAct<typeof nothing, undefined>(`${accountPath}/password`, afterChange)
  function send(event: FormEvent) {
    event.preventDefault()
    change.mutate(typed, { onSuccess: () => setTyped(nothing) })
  }
  const field = (key: keyof typeof nothing) => ({
    value: typed[key],
    required: true,
    maxLength: 128,
    visibilityToggleButtonProps: { 'aria-label': t(words.showPassword) },
    onChange: (event: { currentTarget: { value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  })
  return (
    <form className="staff-form" onSubmit={send}>
      {change.isError ? <ProblemNotice problem={change.error.problem} answers /> : null}
      {change.isSuccess ? <Notice kind="good" title={t(words.passwordDone)} live /> : null}
      <input type="hidden" autoComplete="username" value={signInName} />
      {hasOne ? <PasswordInput label={t(words.oldPassword)} autoComplete="current-password" {...field('old')} /> : null}
      <PasswordInput
        label={t(words.newPassword)}
        description={t(words.newPasswordHint)}
        autoComplete="new-password"
        minLength={12}
        {...field('password')}
      />
      <Button type="submit" variant="default" loading={change.isPending}>
        {t(words.setPassword)}
      </Button>
    </form>
  )
}
