import type { Outsider } from './types';

const outsider = (name: string): Outsider => {
  const githubLogin = name.toLowerCase().replace(/ /g, '-');
  return { githubLogin, name, email: `${githubLogin}@home.example` };
};

/** GitHub accounts that are not in the organisation, for people who join. */
export const outsiders: Outsider[] = [
  outsider('Nia Osei'),
  outsider('Ravi Menon'),
  outsider('Joana Prado'),
  outsider('Emre Yildiz'),
];
