/** What operators can search stories by. All are keywords: codes and day texts, compared for equality and prefix. */
export const searchAttributes = [
  'DossierCode',
  'DossierProcedure',
  'DossierLevel',
  'DossierAgency',
  'DossierStage',
  'DossierClock',
  'DossierState',
  'DossierDue',
] as const
