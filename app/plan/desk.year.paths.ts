/** Where the year is worked on. */
export const deskPathOf = {
  draft: (plan: string, no: string, year: number) => `/desk/year/plans/${plan}/tasks/${no}/${year}`,
  redraft: (id: number) => `/desk/year/actions/${id}`,
  agreement: (id: number) => `/desk/year/actions/${id}/agreement`,
  withdrawal: (id: number) => `/desk/year/actions/${id}/withdrawal`,
  quarter: (id: number, quarter: number) => `/desk/year/actions/${id}/quarters/${quarter}`,
  tell: (plan: string, year: number) => `/desk/year/plans/${plan}/${year}/report`,
}
