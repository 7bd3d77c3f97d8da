/** The licence of everything the portal publishes: Licence Ouverte 2.0, by its SPDX name. */
export const licence = {
  id: 'etalab-2.0',
  title: 'Licence Ouverte / Open Licence 2.0',
  url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
} as const
