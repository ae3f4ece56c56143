/** Browsers take a name with this beginning only over https, for this host and every path, so nobody else can set it. */
export const cookieName = (name: string, baseUrl: string): string =>
  baseUrl.startsWith('https:') ? `__Host-${name}` : name
