import type { Language } from '@intikhab/kernel/language'
import { Figure } from '@intikhab/kernel/screens'
import type { ReactNode } from 'react'
import { FigureFoot } from './figure-foot.tsx'
import type { OpenStatistics } from './load.ts'

/** A figure with its denominator, its edition and its time, and below them its files and its proof. */
export function ProvedFigure(props: {
  open: OpenStatistics
  title: string
  denominator: ReactNode
  /** Its file of the edition. */
  path: string
  language: Language
  children: ReactNode
}): ReactNode {
  const { open, title, denominator, path, language } = props
  return (
    <div className="proved-figure">
      <Figure title={title} denominator={denominator} edition={open.note} language={language}>
        {props.children}
      </Figure>
      <FigureFoot open={open} path={path} language={language} />
    </div>
  )
}
