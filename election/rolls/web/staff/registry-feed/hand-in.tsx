import { ProblemNotice, Refused, upload, useSpeech, type ArrivedProblem } from '@intikhab/kernel/console'
import { formatPercent } from '@intikhab/kernel/language'
import { Notice } from '@intikhab/kernel/screens'
import { Button, FileInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { words } from './words.ts'

type Stage =
  | { readonly at: 'choosing' }
  | { readonly at: 'sending'; readonly share: number }
  | { readonly at: 'kept'; readonly known: boolean }
  | { readonly at: 'refused'; readonly problem: ArrivedProblem }

/** Hands a batch in as a file. */
export function HandIn(): ReactNode {
  const { language, t } = useSpeech()
  const client = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [stage, setStage] = useState<Stage>({ at: 'choosing' })

  async function send(event: FormEvent) {
    event.preventDefault()
    if (file === null) return
    setStage({ at: 'sending', share: 0 })
    try {
      const { known } = await upload<{ readonly known: boolean }>(
        '/api/rolls/registry-feed/batches',
        { bytes: file, mediaType: 'application/vnd.intikhab.registry-batch' },
        (share) => setStage({ at: 'sending', share }),
      )
      setStage({ at: 'kept', known })
      setFile(null)
      await client.invalidateQueries({ queryKey: ['/api/rolls/registry-feed'] })
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setStage({ at: 'refused', problem: error.problem })
    }
  }

  return (
    <section>
      <h2>{t(words.handIn)}</h2>
      <p>{t(words.handInLead)}</p>
      <form className="staff-form" onSubmit={(event) => void send(event)}>
        <FileInput
          label={t(words.file)}
          placeholder={t(words.choose)}
          accept=".batch"
          value={file}
          onChange={setFile}
        />
        {stage.at === 'sending' ? (
          <output className="waiting">
            {t(words.sent, { share: formatPercent(language, Math.round(stage.share * 100), 100, 0) })}
          </output>
        ) : null}
        {stage.at === 'kept' ? <Notice kind="good" title={t(stage.known ? words.known : words.kept)} live /> : null}
        {stage.at === 'refused' ? <ProblemNotice problem={stage.problem} answers /> : null}
        <Button type="submit" disabled={file === null} loading={stage.at === 'sending'}>
          {t(words.send)}
        </Button>
      </form>
    </section>
  )
}
