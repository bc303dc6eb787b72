import { monthEnd, type DaySlice } from '@portico/plugin-cost-node';

/** What the path of a file says about it. */
export interface Layout {
  /** What it is a delivery of: files of another export are another bill, or the same one in another form. */
  exported: string;
  /** Days that it is about; undefined where its path does not say. */
  period?: DaySlice;
  /** What tells one delivery of the period from another; empty where each overwrites the one before. */
  delivery: string;
  /** Whether it adds to what came before, and does not take its place: rows of a day may come in files of later days. */
  isIncrement: boolean;
}

const AWS = /^billing_period=(\d{4}-\d{2})/i;
const AZURE = /^(\d{4})(\d{2})(\d{2})-(\d{4})(\d{2})(\d{2})$/;
const MONTH = /(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])(?!\d)/;
const DAY = /(?<!\d)(20\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)/;

/**
 * Reads the layouts of those who export FOCUS: AWS (`…/data/BILLING_PERIOD=2026-11/…`), Azure
 * (`…/20261101-20261130/<run>/…`), Oracle (`…/2026/11/03/…`, a delivery every few hours), and files or folders with a
 * month or a day in their names.
 *
 * - https://docs.aws.amazon.com/cur/latest/userguide/dataexports-export-delivery.html
 * - https://learn.microsoft.com/azure/cost-management-billing/costs/tutorial-improved-exports
 * - https://docs.oracle.com/iaas/Content/Billing/Concepts/costusagereportsoverview.htm
 */
export function readLayout(path: string): Layout {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const found = (at: number, length: number, period: DaySlice): Layout => ({
    exported: folders
      .slice(0, at)
      .filter(folder => !/^(?:data|metadata)$/i.test(folder))
      .join('/'),
    period,
    delivery: folders.slice(at + length).join('/'),
    isIncrement: false,
  });
  for (const [at, folder] of folders.entries()) {
    const [, month] = AWS.exec(folder) ?? [];
    if (month) return found(at, 1, monthOf(month));
    const azure = AZURE.exec(folder);
    if (azure) {
      return found(at, 1, {
        from: azure.slice(1, 4).join('-'),
        to: azure.slice(4).join('-'),
      });
    }
    const [year, number, date] = folders.slice(at, at + 3);
    if (!/^20\d{2}$/.test(year) || !/^(?:0[1-9]|1[0-2])$/.test(number))
      continue;
    if (!/^\d{2}$/.test(date ?? '')) {
      return found(at, 2, monthOf(`${year}-${number}`));
    }
    const day = `${year}-${number}-${date}`;
    return { ...found(at, 3, { from: day, to: day }), isIncrement: true };
  }
  return byName(folders, file);
}

/** A day or month anywhere in the names, the file's own first. */
function byName(folders: string[], file: string): Layout {
  const names = [...folders, file];
  for (let at = names.length - 1; at >= 0; at -= 1) {
    const day = DAY.exec(names[at])?.slice(1).join('-');
    const month = MONTH.exec(names[at])?.slice(1).join('-');
    if (!day && !month) continue;
    const exported = names.slice(0, at).join('/');
    return {
      exported,
      period: day ? { from: day, to: day } : monthOf(month!),
      delivery: '',
      isIncrement: day !== undefined,
    };
  }
  return { exported: folders.join('/'), delivery: '', isIncrement: false };
}

function monthOf(month: string): DaySlice {
  const from = `${month}-01`;
  return { from, to: monthEnd(from) };
}
