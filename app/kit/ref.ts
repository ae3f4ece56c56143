/** Names one thing of the city, and is its path in every language: `charter/11`. */
export type Ref = `${string}/${string}`

export const ref = (room: string, id: string | number): Ref => `${room}/${id}`

export const roomOf = (about: Ref): string => about.slice(0, about.indexOf('/'))
export const idOf = (about: Ref): string => about.slice(about.indexOf('/') + 1)
