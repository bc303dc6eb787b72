import type { Person } from './types';

/** `first last`, job title, then what differs from an ordinary member of the team. */
type Row = [name: string, title: string, rest?: Partial<Person>];

const ROWS: Record<string, Row[]> = {
  payments: [
    ['Aisha Bello', 'Engineering Manager'],
    ['Sam Idowu', 'Senior Site Reliability Engineer'],
    ['Omar Rahal', 'Senior Software Engineer'],
    ['Chiara Conti', 'Software Engineer'],
    ['Nils Bergman', 'Software Engineer'],
  ],
  commerce: [
    ['Jonas Weber', 'Engineering Manager'],
    ['Lena Fischer', 'Senior Software Engineer', { email: 'engineer' }],
    ['Marta Okafor', 'Staff Engineer'],
    ['Priya Raman', 'Senior Software Engineer'],
    ['Tomás Vidal', 'Software Engineer'],
    ['Yuki Tanaka', 'Software Engineer'],
  ],
  platform: [
    [
      'Kofi Mensah',
      'Engineering Manager',
      { roles: ['engineers', 'platform-admins'] },
    ],
    [
      'Ada Lindqvist',
      'Staff Platform Engineer',
      { email: 'platform', roles: ['engineers', 'platform-admins'] },
    ],
    [
      'Lin Zhao',
      'Senior Platform Engineer',
      { roles: ['engineers', 'platform-admins'] },
    ],
    ['Diego Santos', 'Site Reliability Engineer'],
    ['Freya Olsen', 'Platform Engineer'],
  ],
  data: [
    ['Rahul Mehta', 'Engineering Manager'],
    ['Hana Kovář', 'Senior Data Engineer'],
    ['Elif Demir', 'Machine Learning Engineer'],
    ['Pascal Girard', 'Analytics Engineer'],
    ['Zofia Nowak', 'Data Engineer'],
  ],
  growth: [
    ['Claire Dubois', 'Engineering Manager'],
    ['Noor Haddad', 'Senior Software Engineer'],
    ['Mateo Silva', 'Software Engineer'],
    ['Ruth Adeyemi', 'Software Engineer'],
    ['Emil Larsen', 'Software Engineer'],
  ],
  workplace: [
    ['Greta Hoffmann', 'Engineering Manager'],
    [
      'Ines Marchetti',
      'Finance Controller',
      { email: 'finance', roles: ['finance'] },
    ],
    [
      'Samira Aziz',
      'People Operations Partner',
      { email: 'people-ops', roles: ['people-ops'] },
    ],
    ['Luca Moretti', 'Software Engineer'],
    ['Bea Collins', 'Software Engineer'],
  ],
  experience: [
    ['Oskar Lund', 'Engineering Manager'],
    ['Maya Cohen', 'Senior Frontend Engineer'],
    ['Thiago Rocha', 'Mobile Engineer'],
    ['Anna Petrova', 'Frontend Engineer'],
    ['Jin Park', 'Software Engineer'],
  ],
  identity: [
    ['Amara Nwosu', 'Engineering Manager'],
    [
      'Viktor Novák',
      'Security Engineer',
      { email: 'security', roles: ['security'] },
    ],
    ['Sofia Ricci', 'Senior Software Engineer'],
    ['Daniel Kim', 'Software Engineer', { roles: ['engineers', 'security'] }],
  ],
};

/** A member of no team with no rights, as on the first day. */
const newcomer: Person = {
  login: 'milo.quinn',
  githubLogin: 'milo-quinn',
  firstName: 'Milo',
  lastName: 'Quinn',
  email: 'newcomer@mini-org.example',
  title: 'Software Engineer',
  roles: [],
  signIn: true,
};

/** Everyone, the first of a team being its lead. */
export const people: Person[] = [
  ...Object.entries(ROWS).flatMap(([team, rows]) => {
    const lead = loginOf(rows[0][0]);
    return rows.map(row => person(team, lead, row));
  }),
  newcomer,
];

function person(team: string, lead: string, [name, title, rest]: Row): Person {
  const login = loginOf(name);
  const [firstName, ...lastName] = name.split(' ');
  return {
    login,
    githubLogin: login.replace('.', '-'),
    firstName,
    lastName: lastName.join(' '),
    title,
    team,
    roles: rest?.roles ?? ['engineers'],
    manager: login === lead ? undefined : lead,
    email: `${rest?.email ?? login}@mini-org.example`,
    signIn: rest?.email ? true : undefined,
  };
}

/** `Hana Kovář` becomes `hana.kovar`. */
function loginOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ /g, '.');
}
