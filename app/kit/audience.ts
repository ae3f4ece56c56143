import type { Viewer } from './view.ts'

/** Who may use a path; its name stands in the access table. */
export type Audience = { name: string; admits(viewer: Viewer): boolean }

export const anyone: Audience = { name: 'anyone', admits: () => true }

export const signedIn: Audience = { name: 'signed in', admits: (viewer) => viewer.kind === 'person' }

/** Whoever holds any post of the city, signed in with a second factor. */
export const staff: Audience = {
  name: 'staff',
  admits: (viewer) => viewer.kind === 'person' && viewer.secondFactor && viewer.roles.length > 0,
}

/** Whoever holds one of these roles in any body, signed in with a second factor. Which body, the action checks. */
export const holder = (...roles: [string, ...string[]]): Audience => ({
  name: roles.join(' or '),
  admits: (viewer) => staff.admits(viewer) && holds(viewer, ...roles),
})

/** Whether the viewer holds one of these roles. */
export const holds = (viewer: Viewer, ...roles: string[]): boolean =>
  viewer.kind === 'person' && viewer.roles.some((each) => roles.includes(each.role))

/** Whether the viewer holds a role in a given body. */
export const holdsIn = (viewer: Viewer, body: string, ...roles: string[]): boolean =>
  viewer.kind === 'person' && viewer.roles.some((each) => each.body === body && roles.includes(each.role))
