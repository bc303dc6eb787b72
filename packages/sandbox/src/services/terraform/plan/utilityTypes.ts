import { uuid, type ResourceType } from './ResourceType';

const number = (hexadecimal: string, length: number) =>
  String(BigInt(`0x${hexadecimal}`))
    .slice(0, length)
    .padStart(length, '1');

/** Types of the providers `random`, `null` and `terraform`. */
export const UTILITY_TYPES: Record<string, ResourceType> = {
  random_password: {
    forceNew: [
      'length',
      'special',
      'override_special',
      'keepers',
      'upper',
      'lower',
      'numeric',
    ],
    sensitive: ['result', 'bcrypt_hash'],
    computed: (a, hex) => ({
      id: 'none',
      result: hex(64)
        .slice(0, Number(a.length ?? 16))
        .padEnd(Number(a.length ?? 16), 'x'),
      bcrypt_hash: `$2a$10$${hex(53)}`,
    }),
  },
  random_string: {
    forceNew: ['length', 'special', 'keepers'],
    computed: (a, hex) => ({
      id: hex(Number(a.length ?? 8)),
      result: hex(Number(a.length ?? 8)),
    }),
  },
  random_id: {
    forceNew: ['byte_length', 'keepers', 'prefix'],
    computed: (a, hex) => ({
      id: hex(Number(a.byte_length ?? 4) * 2),
      hex: hex(Number(a.byte_length ?? 4) * 2),
      dec: number(hex(12), 12),
    }),
  },
  random_pet: {
    forceNew: ['length', 'keepers', 'prefix'],
    computed: (_, hex) => ({ id: `calm-${hex(6)}` }),
  },
  random_uuid: {
    forceNew: ['keepers'],
    computed: (_, hex) => ({ id: uuid(hex), result: uuid(hex) }),
  },
  null_resource: {
    forceNew: ['triggers'],
    computed: (_, hex) => ({ id: number(hex(16), 19) }),
  },
  terraform_data: {
    forceNew: ['triggers_replace'],
    recomputed: ['output'],
    computed: (a, hex) => ({
      id: uuid(hex),
      ...(a.input === undefined ? {} : { output: a.input }),
    }),
  },
};
