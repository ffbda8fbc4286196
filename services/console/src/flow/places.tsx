import { useTranslation } from 'react-i18next'
import type { components } from '../clients/casework.d.ts'

type FlowStage = components['schemas']['FlowStage']
/** A place on the route; the figures are there for whom they are shown. */
export type Place = Omit<FlowStage, 'open' | 'overdue' | 'paused' | 'usual'> & Partial<FlowStage>

/** The name of a place: that of the stage in the law, or what the desk does before or after the route. */
export const NameOf = ({ place: { kind, name } }: { place: Pick<Place, 'kind' | 'name'> }) => {
  const { t } = useTranslation()
  return name ?? t(`flow.${kind}`)
}

export const LimitOf = ({ limit }: { limit: NonNullable<Place['limit']> }) => {
  const { t } = useTranslation()
  return t(`procedures.units.${limit.unit}`, { count: limit.amount })
}

/** So long as people say it: hours up to two days, then days. */
export const Lasting = ({ hours }: { hours: number }) => {
  const { t, i18n } = useTranslation()
  if (hours < 1) return t('flow.lastsLess')
  const isLong = hours >= 48
  const count = (isLong ? hours / 24 : hours).toLocaleString(i18n.language, { maximumFractionDigits: 1 })
  return t(isLong ? 'flow.lastsDays' : 'flow.lastsHours', { count })
}

/** How many stand there, and the overdue and paused ones among them by shape and word. */
export const Standing = ({ place: { open = 0, overdue = 0, paused = 0 } }: { place: Place }) => {
  const { t } = useTranslation()
  return (
    <>
      {t('flow.open', { count: open })}
      {overdue > 0 && (
        <>
          {' · '}
          <span aria-hidden className="light-overdue">
            ■
          </span>{' '}
          {t('flow.overdue', { count: overdue })}
        </>
      )}
      {paused > 0 && (
        <>
          {' · '}
          <span aria-hidden>‖</span> {t('flow.paused', { count: paused })}
        </>
      )}
    </>
  )
}
