import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { AwsApi, AwsRequest } from '../AwsApi';
import { AwsError } from '../AwsError';
import type { Credentials } from '../identity';
import { xml, type XmlValue } from '../xml';
import { assumeRole } from './assumeRole';

const VERSION = '2011-06-15';
const NAMESPACE = `https://sts.amazonaws.com/doc/${VERSION}/`;

/** Security Token Service: `GetCallerIdentity` and `AssumeRole`; https://docs.aws.amazon.com/STS/latest/APIReference/ */
export class StsApi implements AwsApi {
  readonly scope = 'sts';
  readonly #credentials: Credentials;

  constructor(credentials: Credentials) {
    this.#credentials = credentials;
  }

  async handle({ request, body, identity }: AwsRequest, response: Response) {
    const form = new URLSearchParams(
      request.method === 'GET'
        ? new URL(request.originalUrl, 'http://localhost').search
        : body.toString(),
    );
    const action = form.get('Action');
    switch (action) {
      case 'GetCallerIdentity':
        send(response, action, {
          Arn: identity.arn,
          UserId: identity.userId,
          Account: identity.accountId,
        });
        break;
      case 'AssumeRole':
        send(response, action, assumeRole(form, identity, this.#credentials));
        break;
      default:
        throw new AwsError(
          'InvalidAction',
          `Could not find operation ${action} for version ${VERSION}`,
        );
    }
  }

  sendError(error: AwsError, response: Response) {
    const { code, message, status } = error;
    const requestId = randomUUID();
    response
      .status(status)
      .type('text/xml')
      .set('x-amzn-requestid', requestId)
      .send(
        `<ErrorResponse xmlns="${NAMESPACE}">${xml({
          Error: {
            Type: status < 500 ? 'Sender' : 'Receiver',
            Code: code,
            Message: message,
          },
          RequestId: requestId,
        })}</ErrorResponse>`,
      );
  }
}

function send(response: Response, action: string, result: XmlValue) {
  const requestId = randomUUID();
  response
    .type('text/xml')
    .set('x-amzn-requestid', requestId)
    .send(
      `<${action}Response xmlns="${NAMESPACE}">${xml({
        [`${action}Result`]: result,
        ResponseMetadata: { RequestId: requestId },
      })}</${action}Response>`,
    );
}
