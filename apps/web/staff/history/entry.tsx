import { accountName, sectionNumber, useSpeech } from '@intikhab/kernel/console'
import type { ShownActor, ShownEntry } from '@intikhab/kernel/history'
import type { Text } from '@intikhab/kernel/language'
import { Code, Command, Count, Facts, Name, Notice, When, type Fact } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { words } from './words.ts'

/** One act: the sentence, who and why, and what anybody needs to check it. */
export function Entry({ entry }: { entry: ShownEntry }): ReactNode {
  const { language, t } = useSpeech()
  const { sentence, madeAt, reason } = entry
  return (
    <li className="past">
      <p className="caption">
        <When at={madeAt} language={language} />
      </p>
      {/* No bdi: a sentence that begins with a Latin name would be laid out from the left. */}
      <h2 className="sentence">{sentence[language]}</h2>
      {reason?.agrees === false ? <Notice kind="problem" title={t(words.reasonAltered)} /> : null}
      <WhoAndWhy entry={entry} />
      <details className="check">
        <summary>{t(words.checkThis)}</summary>
        <Check entry={entry} />
      </details>
    </li>
  )
}

function WhoAndWhy({ entry: { actor, reason, section, approval } }: { entry: ShownEntry }): ReactNode {
  const { language, t } = useSpeech()
  const who = (key: string, name: Text, { office, name: person }: ShownActor): Fact => ({
    key,
    name: t(name),
    value: <Name text={office} language={language} />,
    ...(person === null || person === '' ? {} : { note: <bdi>{t(accountName(person))}</bdi> }),
  })
  const facts: Fact[] = []
  // A device and the system have no name besides: the sentence has said it all.
  if (approval === null && actor.kind === 'account') facts.push(who('by', words.by, actor))
  if (approval !== null)
    facts.push(
      who('proposed', words.proposedBy, approval.proposedBy),
      who('approved', words.approvedBy, approval.approvedBy),
    )
  if (reason !== null)
    facts.push({
      key: 'reason',
      name: t(words.reason),
      value: reason.words === null ? t(words.reasonGone) : <bdi>{reason.words}</bdi>,
    })
  if (section !== null)
    facts.push({ key: 'section', name: t(words.section), value: <Code>{sectionNumber(section, language)}</Code> })
  return facts.length === 0 ? null : <Facts facts={facts} />
}

function Check({ entry }: { entry: ShownEntry }): ReactNode {
  const { language, t } = useSpeech()
  const { leaf, subject, actor, madeAt, arrivedAt, changes } = entry
  const facts: Fact[] = [
    { key: 'leaf', name: t(words.leaf), value: <Count n={leaf} language={language} /> },
    { key: 'subject', name: t(words.subject), value: <Code>{subject}</Code> },
    { key: 'made', name: t(words.madeAt), value: <When at={madeAt} language={language} /> },
    { key: 'arrived', name: t(words.arrivedAt), value: <When at={arrivedAt} language={language} /> },
  ]
  if (actor.kind === 'account') facts.push({ key: 'account', name: t(words.account), value: <Code>{actor.id}</Code> })
  if (actor.device !== null) facts.push({ key: 'device', name: t(words.device), value: <Code>{actor.device}</Code> })
  return (
    <>
      <Facts facts={facts} />
      {changes.length === 0 ? null : <h3>{t(words.changes)}</h3>}
      {changes.map(({ record, before, after }) => (
        <Facts
          key={record}
          facts={[
            { key: 'record', name: t(words.record), value: <Code>{record}</Code> },
            { key: 'before', name: t(words.before), value: <Fingerprint of={before} /> },
            { key: 'after', name: t(words.after), value: <Fingerprint of={after} /> },
          ]}
        />
      ))}
      <p>{t(words.checkIntro)}</p>
      <ul>
        <li>
          <a href={`/ledger/entry/${leaf}`}>{t(words.entry)}</a>
          <Command text={`curl -sSf -o entry "$SITE/ledger/entry/${leaf}"`} />
        </li>
        <li>
          <a href={`/ledger/proof/${leaf}`}>{t(words.proof)}</a>
          <Command text={`curl -sSf -o proof "$SITE/ledger/proof/${leaf}"`} />
        </li>
      </ul>
      <p>
        <a href={`/${language}/verify`}>{t(words.howToCheck)}</a>
      </p>
    </>
  )
}

function Fingerprint({ of }: { of: string | null }): ReactNode {
  const { t } = useSpeech()
  return of === null ? t(words.notThere) : <Code>{of}</Code>
}
