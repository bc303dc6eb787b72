import {
  createExtensionDataRef,
  createExtensionInput,
} from '@backstage/frontend-plugin-api';
import { ROW_COLUMNS, RowColumns } from '@portico/ui';

/** Columns that a plugin adds to a list of the app. */
export const rowColumns = createExtensionDataRef<RowColumns>().with({
  id: ROW_COLUMNS,
});

/** The input of a list for them. */
export const rowColumnsInput = () => createExtensionInput([rowColumns]);
