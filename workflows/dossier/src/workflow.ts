import { wallMsUntil } from '@dossier/contracts/business-time'
import type { Alarm, Axes } from '@dossier/contracts/dossier'
import {
  condition,
  continueAsNew,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { beginningOf, changedAttributes, details, type DossierStart, lineOf, type News } from './news.ts'

export const hear = defineSignal<[News]>('hear')

const { sound } = proxyActivities<Activities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
})

/** The story of one dossier. The ledger decides what is true; this decides what comes next, and when. */
export async function dossierWorkflow({ dossierId, time, news: known, longFrom = 2_000 }: DossierStart): Promise<void> {
  let news = known
  let shown: Axes | undefined
  setHandler(hear, (told) => {
    if (news === undefined || told.seq > news.seq) news = told // signals come at least once, and late
  })

  const is = (...states: Axes['state'][]) => news !== undefined && states.includes(news.axes.state)
  const isOver = () => is('not-accepted', 'withdrawn', 'stopped', 'returned')
  const isLong = () => workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > longFrom

  const tellStory = async () => {
    await condition(() => news !== undefined)
    await during('submitted', 'completion-requested') // the answer to the submission
    while (is(...way) && !isLong()) {
      await during('accepted', 'in-progress') // through the agencies, consultations beside it
      await during('supplement-requested') // the citizen owes papers
      await during('obligation-requested') // the citizen owes a payment
    }
    await during('completed') // the result waits for its return
  }

  /** Shows where the dossier is, and whatever moves within the phase, until it leaves the phase. */
  const during = async (...states: Axes['state'][]) => {
    while (is(...states) && news !== undefined && !isLong()) {
      const seen = news.seq
      show(news)
      await condition(() => isLong() || news?.seq !== seen)
    }
  }

  const show = (latest: News) => {
    setCurrentDetails(details(latest))
    const changed = changedAttributes(shown, latest.axes)
    if (changed.length > 0) upsertSearchAttributes(changed)
    shown = latest.axes
  }

  const keepAlarms = async () => {
    while (!isOver() && !isLong()) {
      const alarm = news?.alarms[0]
      if (alarm === undefined) await condition(() => isOver() || isLong() || news?.alarms[0] !== undefined)
      else if (await fallsDue(alarm)) {
        await sound(dossierId, alarm.id, beginningOf(workflowInfo().memo))
        if (news !== undefined) news = { ...news, alarms: news.alarms.filter(({ id }) => id !== alarm.id) }
      }
    }
  }

  /** One durable timer. It is given up, and the answer is no, only when another alarm has become the next. */
  const fallsDue = async ({ id, kind, at }: Alarm) => {
    const wait = wallMsUntil(at, Date.now(), time)
    return !(await condition(() => isLong() || news?.alarms[0]?.id !== id, wait, { summary: lineOf({ id, kind, at }) }))
  }

  await Promise.all([tellStory(), keepAlarms()])
  if (!isOver() && news !== undefined) await continueAsNew<typeof dossierWorkflow>({ dossierId, time, news, longFrom })
  if (news !== undefined) show(news)
}

const way = ['accepted', 'in-progress', 'supplement-requested', 'obligation-requested'] as const
