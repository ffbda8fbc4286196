import type { RegisteredRouter } from '@tanstack/react-router'

/** Who may be shown a way: the roles somebody holds today, none for a citizen. */
type Reader = { isOfficer: boolean; roles: ReadonlySet<string> }
type Way = { to: keyof RegisteredRouter['routesByPath']; word: string; isFor: (reader: Reader) => boolean }

const atDesk = ['postal-worker', 'intake-officer', 'one-stop-head']

const leading = ['unit-head', 'signatory', 'one-stop-head']

/** The ways into the areas, in the order in which they are shown. What is behind them asks the permission table again. */
const ways: readonly Way[] = [
  { to: '/thu-tuc', word: 'ways.procedures', isFor: ({ isOfficer }) => !isOfficer },
  { to: '/ho-so-cua-toi', word: 'ways.myDossiers', isFor: ({ isOfficer }) => !isOfficer },
  { to: '/viec-cua-toi', word: 'ways.worklist', isFor: ({ isOfficer }) => isOfficer },
  {
    to: '/tiep-nhan',
    word: 'ways.walkIn',
    isFor: ({ roles }) => roles.has('intake-officer') || roles.has('one-stop-head'),
  },
  { to: '/tin-nhan', word: 'ways.messages', isFor: ({ isOfficer }) => isOfficer },
  { to: '/lanh-dao', word: 'ways.leader', isFor: ({ roles }) => leading.some((role) => roles.has(role)) },
  { to: '/thong-ke', word: 'ways.statistics', isFor: ({ roles }) => leading.some((role) => roles.has(role)) },
  { to: '/buu-cuc', word: 'ways.postOffice', isFor: ({ roles }) => roles.has('postal-worker') },
  { to: '/buu-ta', word: 'ways.courier', isFor: ({ roles }) => roles.has('postal-worker') },
  { to: '/giao-nhan', word: 'ways.byPost', isFor: ({ roles }) => atDesk.some((role) => roles.has(role)) },
  {
    to: '/van-hanh',
    word: 'ways.operations',
    isFor: ({ roles }) => roles.has('system-admin') || roles.has('inspector'),
  },
  {
    to: '/lich-lam-viec',
    word: 'ways.calendars',
    isFor: ({ roles }) => roles.has('procedure-control') || roles.has('system-admin'),
  },
  {
    to: '/quan-tri',
    word: 'ways.administration',
    isFor: ({ roles }) => roles.has('procedure-control') || roles.has('system-admin'),
  },
]

export const waysFor = (subject: string, roles: readonly string[]): readonly Way[] =>
  ways.filter(({ isFor }) => isFor({ isOfficer: subject.startsWith('officer:'), roles: new Set(roles) }))
