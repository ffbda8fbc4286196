import { useQuery } from '@tanstack/react-query'
import type { components } from '../clients/catalogue.d.ts'
import { casework, catalogue, orProblem } from '../frame/api.ts'
import { useMandates } from '../frame/mandates.ts'
import { useSession } from '../frame/session.ts'

export type Notice = components['schemas']['CalendarNotice']

/** Whether somebody may draft and publish notices, as it stands in their mandates: the services ask again. */
export const useMayWrite = (): boolean => {
  const { data: session } = useSession()
  const { data: held = [] } = useMandates(session?.subject)
  return held.some(({ role }) => role === 'procedure-control')
}

/** The versions, and in full the one that counts now. */
export const useCalendars = () =>
  useQuery({
    queryKey: ['calendars', 'versions'],
    queryFn: async () => {
      const { calendars } = await orProblem(catalogue.GET('/calendars'))
      const version = calendars.at(-1)?.version ?? ''
      const newest = await orProblem(catalogue.GET('/calendars/{version}', { params: { path: { version } } }))
      return { calendars, newest }
    },
  })

export const useNotices = () =>
  useQuery({
    queryKey: ['calendars', 'notices'],
    queryFn: async () => (await orProblem(catalogue.GET('/notices'))).notices,
  })

export const useNotice = (id: string | undefined) =>
  useQuery({
    queryKey: ['calendars', 'notice', id],
    enabled: id !== undefined,
    queryFn: () => orProblem(catalogue.GET('/notices/{id}', { params: { path: { id: id ?? '' } } })),
  })

export const usePreview = (id: string, revision: number) =>
  useQuery({
    queryKey: ['calendars', 'preview', id, revision],
    queryFn: () => orProblem(catalogue.GET('/notices/{id}/preview', { params: { path: { id } } })),
  })

export const useWhatIf = (notice: Notice, wanted: boolean) =>
  useQuery({
    queryKey: ['calendars', 'what-if', notice],
    enabled: wanted,
    queryFn: () => orProblem(casework.POST('/calendar/what-if', { body: notice })),
  })

const everyMs = 2_000

/** How far the recount is; asked again while something is behind, or the version that is waited for is not yet there. */
export const useRecount = (version?: string | null) =>
  useQuery({
    queryKey: ['calendars', 'recount'],
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.behind > 0 || (typeof version === 'string' && data.calendar !== version)
        ? everyMs
        : false,
    queryFn: () => orProblem(casework.GET('/calendar/recount')),
  })
