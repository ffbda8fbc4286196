import { useTranslation } from 'react-i18next'
import type { components } from '../clients/catalogue.d.ts'
import { money } from '../frame/moments.ts'
import { today } from './today.ts'

type Limit = components['schemas']['ProcedureVersion']['limit']['statutory']
export type Fee = components['schemas']['Fee']

/** How long it takes by law, in words. */
export const LimitSaid = ({ limit }: { limit: Limit }) => {
  const { t } = useTranslation()
  if (typeof limit === 'string') return t('procedures.sumOfStages')
  return t(`procedures.units.${limit.unit}`, { count: limit.amount })
}

export const feesNow = (fees: readonly Fee[]): Fee[] => {
  const day = today()
  return fees.filter(({ from, to }) => from <= day && (to === null || day <= to))
}

/** What it costs today, in one line. */
export const FeesSaid = ({ fees }: { fees: readonly Fee[] }) => {
  const { t } = useTranslation()
  const now = feesNow(fees)
  if (now.length === 0) return t('procedures.free')
  const amounts = now.map(({ amount }) => amount)
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)]
  const said = least === most ? money(most) : t('procedures.fromTo', { from: money(least), to: money(most) })
  const [per, ...others] = new Set(now.map((fee) => fee.per))
  return others.length > 0 || per === 'dossier' ? said : `${said} ${t(`procedures.per.${per}`)}`
}
