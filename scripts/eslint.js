/**
 * The lint rules of every package: Backstage's own, with the import rules of docs/architecture.md as errors.
 * A package's `.eslintrc.js` calls this with its folder.
 */
const path = require('path');
const createConfig = require('@backstage/cli/config/eslint-factory');

/**
 * What the browser side may import of ours: a frontend plugin `@portico/ui` and its own `-common`,
 * the UI package nothing. The app composes them and may import all. Patterns are .gitignore's.
 */
function browserImports(dir) {
  const { name, backstage } = require(path.join(dir, 'package.json'));
  switch (backstage?.role) {
    case 'frontend-plugin':
    case 'frontend-plugin-module':
      return ['@portico/*', '!@portico/ui', `!${name}-common`];
    case 'web-library':
      return ['@portico/*'];
    default:
      return [];
  }
}

module.exports = function porticoConfig(dir, extra = {}) {
  return createConfig(dir, {
    ...extra,
    restrictedSrcImports: [
      {
        name: '@portico/sandbox',
        message: 'The sandbox is reached by HTTP alone; only tests start it.',
      },
      {
        name: '@mui/material',
        message: 'Import by path: @mui/material/Stepper.',
      },
      ...(extra.restrictedSrcImports ?? []),
    ],
    restrictedImportPatterns: [
      '@material-ui/*',
      ...browserImports(dir),
      ...(extra.restrictedImportPatterns ?? []),
    ],
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
      '@backstage/no-undeclared-imports': 'error',
      'no-console': 'error',
      ...extra.rules,
    },
    tsRules: {
      '@typescript-eslint/no-explicit-any': 'error',
      ...extra.tsRules,
    },
  });
};
