import type { PaperChain } from './chains.ts'

/**
 * A paper's way as its applicant reads it: the agency and the dates. Which officer had it, gave it or took it, and why one
 * office lost it, is no business of the public's (TT 01/2018 art. 16.2).
 */
export const shownToApplicant = (paper: PaperChain): PaperChain => ({
  ...paper,
  chain: paper.chain.map(({ custodian, ...interval }) => ({
    ...interval,
    custodian: custodian.kind === 'officer' ? { ...custodian, officer: 'officer' } : custodian,
    givenBy: null,
    takenBy: null,
    loss: null,
  })),
})
