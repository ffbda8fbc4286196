type Listed = { id: string; keptBy: 'notifications' | 'casework' | 'postal' }

/** Where the bytes of a paper listed on a dossier are: with whoever made it. */
export const letterAddress = (dossierId: string, { id, keptBy }: Listed): string => {
  switch (keptBy) {
    case 'notifications':
      return `/api/notifications/letters/${id}.pdf`
    case 'casework':
      return `/api/casework/dossiers/${dossierId}/pages/${id}.pdf`
    case 'postal':
      return `/api/postal/documents/${id}.pdf`
  }
}
