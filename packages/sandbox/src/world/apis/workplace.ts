import { openApi } from './definitions/openApi';

export const expensesApi = openApi({
  name: 'expenses-api',
  title: 'Expenses API',
  description: 'Receipts, per diems and their approval.',
  version: '1.3.3',
  server: 'http://expenses.internal-services',
  operations: {
    'GET /expenses': {
      summary: 'List expenses',
      query: { status: 'draft|submitted|approved|refused|paid?' },
      returns: 'Expense[]',
    },
    'POST /expenses': {
      summary: 'Hand in an expense',
      body: 'NewExpense',
      returns: 'Expense',
      status: 201,
    },
    'POST /expenses/{id}/decision': {
      summary: 'Decide on an expense',
      body: 'Decision',
      returns: 'Expense',
    },
  },
  schemas: {
    NewExpense: { purpose: 'string', amount: 'Money', receiptId: 'uuid' },
    Expense: {
      id: 'uuid',
      employee: 'string',
      purpose: 'string',
      amount: 'Money',
      status: 'draft|submitted|approved|refused|paid',
    },
    Decision: { approve: 'boolean', comment: 'string?' },
  },
});
