import { deviceKindNames, deviceKinds } from '@intikhab/kernel/identity/in-browser'
import { say, type Language } from '@intikhab/kernel/language'
import { Button, Facts, Field, nameIn, Notice, publicPage, type ScreenProps, type Site } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { enrolWords as words } from './enrol-words.ts'

/** Every text that the script may have to say, in the page's language: it carries none of its own. */
function Texts({ language, site }: { language: Language; site: Site }): ReactNode {
  const texts = {
    ...Object.fromEntries(deviceKinds.map((kind) => [`kind-${kind}`, deviceKindNames[kind][language]])),
    ...Object.fromEntries(site.elections.map(({ id, name }) => [`election-${id}`, nameIn(language, name)])),
    station: words.station[language],
    office: words.office[language],
    nation: words.nation[language],
    good: words.good[language],
    revoked: words.revoked[language],
    over: words.over[language],
    unchecked: words.unchecked[language],
    unreachable: words.unreachable[language],
  }
  return <meta name="enrol-words" content={JSON.stringify(texts)} />
}

function placeFacts(language: Language) {
  return [
    { key: 'device', name: say(language, words.device), value: <span data-fill="kind" /> },
    { key: 'place', name: say(language, words.place), value: <span data-fill="place" /> },
    { key: 'election', name: say(language, words.election), value: <bdi data-fill="election" /> },
  ]
}

/** All that the page can say; the script shows one part at a time. Without it stands what is needed to read. */
function EnrolScreen({ language, context }: ScreenProps<true>): ReactNode {
  return (
    <div data-enrol={language}>
      <h1>{say(language, words.title)}</h1>
      <Texts language={language} site={context.site} />
      <p className="lead" data-part="ask">
        {say(language, words.lead)}
      </p>
      <noscript>
        <Notice kind="late" title={say(language, words.needsScript)} />
      </noscript>
      <div role="alert" tabIndex={-1} data-part="problem" hidden>
        <Notice kind="problem" title={<span data-fill="problem" />} />
      </div>
      <form data-part="ask" method="get" action={`/${language}/enrol`} noValidate>
        <Field
          id="code"
          label={say(language, words.code)}
          hint={say(language, words.codeHint)}
          input={{
            type: 'text',
            autoComplete: 'off',
            autoCapitalize: 'characters',
            spellCheck: false,
            maxLength: 60,
            dir: 'ltr',
            required: true,
          }}
        />
        <Button>{say(language, words.next)}</Button>
      </form>
      <section data-part="check" hidden>
        <h2 tabIndex={-1}>{say(language, words.checkTitle)}</h2>
        <Facts facts={placeFacts(language)} />
        <p>{say(language, words.ifNot)}</p>
        <form>
          <Button>{say(language, words.enrol)}</Button>
        </form>
      </section>
      <output className="waiting" data-part="busy" hidden>
        {say(language, words.busy)}
      </output>
      <section data-part="done" hidden>
        <div tabIndex={-1} data-focus="">
          <Notice kind="good" title={say(language, words.done)} />
        </div>
        <Facts facts={placeFacts(language)} />
        <h2>{say(language, words.fingerprint)}</h2>
        <ol className="fingerprint" dir="ltr" data-fill="fingerprint" />
        <p>{say(language, words.compare)}</p>
        <p>{say(language, words.keep)}</p>
      </section>
      <section data-part="old" hidden>
        <Notice kind="late" title={say(language, words.tooOld)}>
          <p>{say(language, words.tooOldWhy)}</p>
        </Notice>
      </section>
      <section data-part="here" hidden>
        <h2>{say(language, words.here)}</h2>
        <ul className="held-devices" data-fill="here" />
        <p className="caption">{say(language, words.hereWhy)}</p>
      </section>
    </div>
  )
}

/** The page on which a phone, a laptop or a kiosk makes its key; reached by a QR code with the code in the fragment. */
export const enrolPage = publicPage<true>({
  path: '/enrol',
  section: null,
  load: () => Promise.resolve(true),
  title: (_data, language) => say(language, words.title),
  Screen: EnrolScreen,
})
