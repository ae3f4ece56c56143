import type { Words } from './words.en.ts'

export const ko: Words = {
  problems: {
    'in-use': () =>
      '실행 중인 도시가 이 자료 폴더를 쓰고 있으며 데이터베이스 사본을 내주지 않습니다. 도시를 멈추거나 다시 시작한 뒤 해 보세요.',
    'no-keys': () => '자료 폴더에 열쇠가 없어 백업할 도시가 없습니다. DATA_DIR이 맞는지 확인하세요.',
    'nothing-stored': () =>
      '여기에는 아직 저장된 도시가 없습니다. npx madang serve로 한 번 시작한 뒤 해 보세요.',
    'file-exists': ({ file }) => `이미 있는 파일이라 덮어쓰지 않습니다: ${file}. 다른 이름을 쓰세요.`,
    beside: ({ folder }) => `${folder} 안에 둔 백업은 도시와 함께 없어집니다. 그 밖의 곳을 정하세요.`,
    'no-recipient': () =>
      '누구만 열 수 있게 봉인할지 정하세요: --recipient age1… 또는 --passphrase-file. 열쇠를 만들려면: npx madang backup --new-key 파일',
    'no-identity': () => '무엇으로 열지 정하세요: 비밀 열쇠가 든 --identity 파일 또는 --passphrase-file.',
    'bad-recipient': ({ recipient }) =>
      `age 공개 열쇠가 아닙니다: ${recipient}. 공개 열쇠는 age1로 시작하며 열쇠 파일의 “public key:” 뒤에 있습니다.`,
    'bad-key-file': ({ file }) =>
      `age 비밀 열쇠(AGE-SECRET-KEY-로 시작하는 줄)도, 열두 글자 이상의 암호 문구도 들어 있지 않습니다: ${file}`,
    'no-file': ({ file }) => `읽을 수 없는 파일입니다: ${file}`,
    'cannot-open': () => '이 열쇠로는 열리지 않거나, 백업 파일이 아닙니다. 아무것도 바꾸지 않았습니다.',
    damaged: ({ part }) =>
      part
        ? `백업이 손상되었습니다. 만들 때와 다른 부분: ${part}. 아무것도 바꾸지 않았습니다. 다른 백업을 쓰세요.`
        : '백업이 손상되었거나 일부가 없습니다. 아무것도 바꾸지 않았습니다. 다른 백업을 쓰세요.',
    newer: ({ madang }) => `더 새로운 판의 마당(${madang})이 만든 백업입니다. 그 판을 설치한 뒤 해 보세요.`,
    'other-database': ({ kind }) =>
      kind === 'postgres'
        ? 'PostgreSQL 서버의 백업입니다. DATABASE_URL을 그런 서버의 빈 데이터베이스로 정한 뒤 해 보세요.'
        : '내장 데이터베이스의 백업입니다. DATABASE_URL 없이 해 보세요.',
    occupied: ({ path }) =>
      `여기에는 이미 도시가 있습니다: ${path}. 아무것도 덮어쓰지 않습니다. DATA_DIR을 다른 폴더로 정하거나 이 폴더를 옮기세요.`,
    'database-occupied': () =>
      'DATABASE_URL의 데이터베이스가 비어 있지 않습니다. 아무것도 덮어쓰지 않습니다. 빈 것을 만드세요: createdb 이름 --template template0',
    'no-program': ({ program }) =>
      `설치되지 않은 프로그램입니다: ${program}. PostgreSQL 클라이언트에 들어 있습니다: apt-get install postgresql-client`,
    'program-failed': ({ program, said }) => `${program} 실행에 실패했습니다: ${said}`,
  },
  keyMade: (file, recipient) =>
    `비밀 열쇠를 만들었습니다: ${file}\n이 컴퓨터가 아닌 두 곳에 보관하세요. 없으면 어떤 백업도 열 수 없고, 가진 사람은 모든 것을 읽을 수 있습니다.\n--recipient에 쓸 공개 열쇠:\n${recipient}`,
  made: (file, parts, bytes) => `백업했습니다: ${file} (파일 ${parts}개, 압축 전 ${bytes})`,
  record: (size, root) => `담긴 기록: ${size}건, 뿌리값 ${root}`,
  noRecord: '아직 서명된 기록이 없습니다.',
  restored: (from, at) => `도시를 ${at}의 모습으로 되살렸습니다. 백업: ${from}`,
  cityFiles: {
    restored: (folder) => `도시의 파일: ${folder}`,
    kept: (folder) => `도시의 파일은 있던 그대로 두었습니다: ${folder}. 백업에도 따로 들어 있습니다.`,
  },
  sameRecord: (size, root) =>
    `기록을 한 건씩 다시 읽었습니다. 백업에 적힌 ${size}건(뿌리값 ${root})에서 이어진 기록이 맞습니다.`,
  otherAddress: (then, now) =>
    `도시의 주소가 바뀌었습니다: ${then} → ${now}. 이메일과 소식의 링크는 새 주소로 이어집니다.`,
}
