import { Loaded, ProblemNotice, useSpeech } from '@intikhab/kernel/console'
import { Empty, nameIn } from '@intikhab/kernel/screens'
import { NativeSelect, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { DistrictSelect, useDistricts, type ListedDistrict } from '../district-choice.tsx'
import { staffWords } from '../words.ts'
import { FoundList } from './found-list.tsx'
import './search.css'
import { typedSearch } from './typed-search.ts'
import { useSearch, type SearchFields } from './use-search.ts'
import { words } from './words.ts'

/** Finds voters in the districts of the office: one box for a name, a CNIC or a line of a list. */
export function SearchScreen(): ReactNode {
  const { t } = useSpeech()
  return (
    <>
      <h1>{t(words.title)}</h1>
      <Loaded query={useDistricts()}>
        {({ districts }) => {
          const [first] = districts
          return first === undefined ? (
            <Empty>{t(staffWords.noDistrict)}</Empty>
          ) : (
            <Search districts={districts} first={first} />
          )
        }}
      </Loaded>
    </>
  )
}

/** Under this the fields are kept while somebody looks at a voter; signing out empties it with everything else. */
const kept = ['register-search-fields']

function Search(props: { districts: readonly ListedDistrict[]; first: ListedDistrict }): ReactNode {
  const { districts, first } = props
  const { language, t } = useSpeech()
  const client = useQueryClient()
  const [fields, setFields] = useState<SearchFields>(
    () => client.getQueryData<SearchFields>(kept) ?? { typed: '', relative: '', district: first.code, gender: '' },
  )
  const change = (part: Partial<SearchFields>) => {
    const changed = { ...fields, ...part }
    setFields(changed)
    client.setQueryData(kept, changed)
  }
  const whole = useRef<HTMLDivElement>(null)
  const { name } = districts.find(({ code }) => code === fields.district) ?? first
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- moves the focus between the box and the links in it
    <div className="register-search" ref={whole} onKeyDown={(event) => moveFocus(event, whole.current)}>
      <search className="search-fields">
        <TextInput
          type="search"
          className="search-box"
          label={t(words.typed)}
          description={t(words.typedHint)}
          value={fields.typed}
          onChange={(event) => change({ typed: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          dir="auto"
        />
        <TextInput
          label={t(words.relative)}
          value={fields.relative}
          onChange={(event) => change({ relative: event.currentTarget.value })}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          dir="auto"
        />
        <DistrictSelect districts={districts} value={fields.district} onChange={(district) => change({ district })} />
        <NativeSelect
          label={t(words.gender)}
          value={fields.gender}
          onChange={(event) => change({ gender: event.currentTarget.value as SearchFields['gender'] })}
          data={[
            { value: '', label: t(words.anyGender) },
            { value: 'male', label: t(words.men) },
            { value: 'female', label: t(words.women) },
            { value: 'other', label: t(words.others) },
          ]}
        />
      </search>
      <Answer fields={fields} placeName={nameIn(language, name)} />
    </div>
  )
}

function Answer({ fields, placeName }: { fields: SearchFields; placeName: string }): ReactNode {
  const { t } = useSpeech()
  const { data, error, isAsked, isFetching } = useSearch(fields)
  if (!isAsked) {
    const { kind } = typedSearch(fields.typed)
    return (
      <div className="search-hint">
        {kind === 'letter' || kind === 'digits' ? <p>{t(words[kind])}</p> : null}
        <p>{t(words.kept)}</p>
        <p className="search-keys">{t(words.keys)}</p>
      </div>
    )
  }
  if (error !== null) return <ProblemNotice problem={error.problem} />
  const count = data?.voters.length ?? 0
  return (
    <>
      <output className="search-state">
        {data === undefined || (isFetching && count === 0)
          ? t(words.searching)
          : count === 0
            ? t(words.nobody, { place: placeName })
            : t(data.isCut ? words.more : words.found, { count })}
      </output>
      {data === undefined || isFetching || count > 0 ? null : <p className="search-hint">{t(words.nobodyHint)}</p>}
      {data === undefined || count === 0 ? null : (
        <FoundList district={fields.district} matches={data.voters} isOld={isFetching} />
      )}
    </>
  )
}

/** The arrows go from the box through the people found and back, as in any list; Escape returns to the box. */
function moveFocus(event: KeyboardEvent, whole: HTMLElement | null): void {
  const box = whole?.querySelector<HTMLElement>('.search-box input')
  const links = [...(whole?.querySelectorAll<HTMLElement>('.found-list a') ?? [])]
  const at = links.indexOf(document.activeElement as HTMLElement)
  const isInBox = document.activeElement === box
  if (!isInBox && at === -1) return
  const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (event.key === 'Escape' && !isInBox) box?.focus()
  else if (step === undefined || (isInBox && event.key !== 'ArrowDown')) return
  else if (step < 0) box?.focus()
  else links[Math.min(step, links.length - 1)]?.focus()
  event.preventDefault()
}
