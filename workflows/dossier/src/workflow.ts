import { wallMsUntil } from '@dossier/contracts/business-time'
import type { Alarm, Axes } from '@dossier/contracts/dossier'
import {
  condition,
  continueAsNew,
  defineSignal,
  patched,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  upsertSearchAttributes,
  workflowInfo,
} from '@temporalio/workflow'
import type { Activities } from './activities.ts'
import { beginningOf, changedAttributes, details, type DossierStart, lineOf, type News } from './news.ts'

export const hear = defineSignal<[News]>('hear')

const { sound, orderDispatch, inquire } = proxyActivities<Activities>({
  startToCloseTimeout: '10s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '1m' },
})

/** The story of one dossier. The ledger decides what is true; this decides what comes next, and when. */
export async function dossierWorkflow({ dossierId, time, news: known, longFrom = 2_000 }: DossierStart): Promise<void> {
  let news = known
  let shown: Axes | undefined
  let silent: Axes | undefined
  const beginning = beginningOf(workflowInfo().memo)
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
    await during('completed') // the result waits for its return, at the desk or by post
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
        const late = news?.axes
        await sound(dossierId, alarm.id, beginning)
        if (alarm.kind === 'delivery-overdue') silent = late
        if (news !== undefined) news = { ...news, alarms: news.alarms.filter(({ id }) => id !== alarm.id) }
      }
    }
  }

  /** Each result that is to go by post is ordered once; what comes of it the ledger tells, or its alarm does. */
  const keepDispatches = async () => {
    const waiting = () => (is('completed') && news?.axes.delivery === 'to-dispatch' ? news.axes : undefined)
    for (let ordered = 0; !isOver() && !isLong();) {
      await condition(() => isOver() || isLong() || (waiting()?.dispatch ?? 0) > ordered)
      const axes = waiting()
      if (axes === undefined) continue
      ordered = axes.dispatch ?? ordered
      await whileWanted(orderDispatch(dossierId, axes, beginning), () => waiting()?.dispatch === ordered)
    }
  }

  /** Asked once after each parcel whose promised day has passed in silence; no alarm waits for the answer. */
  const keepInquiries = async () => {
    while (!isOver() && !isLong()) {
      await condition(() => isOver() || isLong() || silent !== undefined)
      const axes = silent
      silent = undefined
      if (axes === undefined) continue
      const isUnderWay = () => news?.axes.delivery === 'under-way' && news.axes.dispatch === axes.dispatch
      await whileWanted(inquire(dossierId, axes, beginning), isUnderWay)
    }
  }

  /** An order nobody takes is tried again for as long as it is wanted, and keeps no story from going on or ending. */
  const whileWanted = async (order: Promise<void>, isWanted: () => boolean) => {
    await Promise.race([order, condition(() => isOver() || isLong() || !isWanted())])
  }

  /** One durable timer. It is given up, and the answer is no, only when another alarm has become the next. */
  const fallsDue = async ({ id, kind, at }: Alarm) => {
    const wait = wallMsUntil(at, Date.now(), time)
    if (wait <= 1 && patched('due-at-once')) return true // no timer that fires while the next line gives it up
    return !(await condition(() => isLong() || news?.alarms[0]?.id !== id, wait, { summary: lineOf({ id, kind, at }) }))
  }

  await Promise.all([tellStory(), keepAlarms(), keepDispatches(), keepInquiries()])
  if (!isOver() && news !== undefined) await continueAsNew<typeof dossierWorkflow>({ dossierId, time, news, longFrom })
  if (news !== undefined) show(news)
}

const way = ['accepted', 'in-progress', 'supplement-requested', 'obligation-requested'] as const
