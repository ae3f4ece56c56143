/** Where a city lives, as the configuration says. */
export type Place = {
  dataDir: string
  cityDir: string
  databaseUrl: string | undefined
  baseUrl: string
}
