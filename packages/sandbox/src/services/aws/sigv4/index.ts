export { parseAuthorization, type SignatureHeader } from './parseAuthorization';
export { verifySignature } from './verifySignature';
