/** How many of something there are, in English. */
export const some = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
