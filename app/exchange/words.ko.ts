import type { Words } from './words.en.ts'

export const ko: Words = {
  problems: {
    'folder-in-use': ({ folder }) =>
      `비어 있지 않은 폴더라 덮어쓰지 않습니다: ${folder}. 다른 폴더를 쓰세요.`,
    'not-answered': ({ path, why }) =>
      `도시가 답하지 않았습니다: ${path} (${why}). 아무것도 쓰지 않았습니다.`,
    moving: () => '읽는 동안 기록이 계속 늘어났습니다. 아무것도 쓰지 않았습니다. 한가한 때에 다시 해 보세요.',
    'no-file': ({ file }) => `읽을 수 없는 파일입니다: ${file}`,
    'not-popolo': ({ file }) =>
      `Popolo가 아닙니다: ${file}. organizations, posts, persons, memberships 중 하나가 있는 JSON이어야 합니다. popoloproject.com을 보세요.`,
    'not-a-city': ({ folder }) =>
      `지금 그대로는 불러올 수 없는 도시입니다: ${folder}. 아무것도 쓰지 않았습니다. 고칠 곳을 보려면: npx madang check-city ${folder}`,
  },
  notes: {
    malformed: ({ field }) => `빠졌거나 종류가 다른 값: ${field}`,
    'already-there': ({ key }) => `도시의 파일에 이미 있음: ${key}. 딸린 것은 가져왔습니다`,
    key: ({ key, other }) => `도시의 파일에 다른 ${other} 항목이 있어 이름표를 바꿈: ${key}`,
    'no-name': () => '이름이 없음',
    'no-organization': ({ organization }) => `가져온 기관 가운데 없음: ${organization || '적혀 있지 않음'}`,
    'no-post': ({ post }) => `가져온 직위 가운데 없음: ${post || '적혀 있지 않음'}`,
    'no-person': ({ person }) => `파일에 없거나 이름이 없는 사람: ${person || '적혀 있지 않음'}`,
    'no-start': () => '언제부터인지 적혀 있지 않음',
    'no-term': () => '맡은 직위가 없음. 사람은 직위를 맡은 이로만 적습니다',
    'not-accepted': ({ found, expected }) =>
      `도시의 파일에 맞지 않음. 있어야 할 것: ${expected}${found ? `. 있는 것: ${found}` : ''}`,
    since: ({ since }) => `언제부터인지 적혀 있지 않아 ${since}부터로 적음`,
    kind: ({ from, to }) => (from ? `${from} → ${to}` : `분류가 없어 ${to}로 적음`),
    parent: ({ parent }) => `빠짐: 상위 기관 ${parent} (가져오지 않았거나 그때 없던 기관)`,
    date: ({ date }) => `빠짐: 날짜가 아닌 ${date}`,
    'filled-by': ({ role }) =>
      `어떻게 뽑는지 적혀 있지 않아 appointment로 적음${role ? ` (role: ${role})` : ''}. 확인하세요`,
    'left-out': ({ fields }) => `빠짐: ${fields}`,
  },
  kinds: { organizations: '기관', posts: '직위', persons: '사람', memberships: '재임' },
  what: { dropped: '버림', changed: '바꿈' },
  taken: (bodies, posts, terms) => `가져온 것: 기관 ${bodies}, 직위 ${posts}, 재임 ${terms}`,
  written: '썼습니다. 읽어 보고 확인한 것을 표시하세요:',
  wouldWrite: '아무것도 쓰지 않았습니다. 썼다면:',
  exported: (folder, files, size) => `자료를 내보냈습니다: ${folder} (파일 ${files}개, ${size})`,
  checkIt: (folder) => `담긴 기록을 확인하려면: npx madang verify ${folder}`,
  readme: (name, url, on) => `${name}의 공개 자료

${on}에 ${url}에서 내려받았습니다.

ko/, en/ …     모든 공개 목록을 도시의 언어마다 CSV(표 계산 프로그램에서 열림)와 JSON으로.
               bodies.popolo.json, districts.geojson도 있습니다
city/          도시의 법, 기관, 기준을 불러오는 파일 (이 사본에 있을 때)
openapi.json   목록마다 무엇이 있는지, 지금 어디에서 받을 수 있는지
record/        공개 기록: 도시가 한 모든 일. 나중에 바꾸면 드러나는 로그로 봉인되어 있습니다

이용 조건  누구나 어떤 목적으로든 쓰고 고치고 나눌 수 있습니다. 도시를 출처로 밝혀 주세요. 도시가
다른 곳에서 가져온 것은 그곳의 조건을 따릅니다: sources.csv

기록을 확인하려면, 이 폴더에서 마당으로:

    npx madang verify .

모든 기록을 읽고 로그와 서명, 공개된 것들이 서로 맞는지 쉬운 말로 알려 줍니다. 이 사본이 정말 그
도시의 것인지 확인하려면 도시의 공개 열쇠를 다른 곳에서 구해 --key로 넣으세요.
`,
}
