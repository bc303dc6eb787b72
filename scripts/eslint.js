/**
 * The lint rules of every package: Backstage's own, with the import rules of docs/architecture.md as errors.
 * A package's `.eslintrc.js` calls this with its folder.
 */
const createConfig = require('@backstage/cli/config/eslint-factory');

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
