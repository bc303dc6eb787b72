export { BILLING_BUCKET, BillExport } from './exports/BillExport';
export { S3Api } from './S3Api';
