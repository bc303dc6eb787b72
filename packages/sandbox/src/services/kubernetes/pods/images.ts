import { createHash } from 'node:crypto';

/** Why an image can't be used, with the reason that the container shows while it waits. */
export interface ImageProblem {
  reason: 'ErrImagePull' | 'InvalidImageName';
  message: string;
}

const REFERENCE =
  /^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*(?::\d+)?\/)?[a-z0-9]+(?:(?:[._]|__|-+|\/)[a-z0-9]+)*(?::[\w][\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/;

/** Every image is there, except those whose tag holds `does-not-exist` and those on a host of the reserved domain `.invalid`. */
export function imageProblem(image: string): ImageProblem | undefined {
  if (!REFERENCE.test(image)) {
    return {
      reason: 'InvalidImageName',
      message: `Failed to apply default image tag "${image}": couldn't parse image name "${image}": invalid reference format`,
    };
  }
  const [host] = image.split('/');
  const pull = `failed to pull and unpack image "${image}": failed to resolve reference "${image}"`;
  if (image.includes('/') && /(^|\.)invalid(:\d+)?$/.test(host)) {
    return {
      reason: 'ErrImagePull',
      message: `rpc error: code = Unknown desc = ${pull}: failed to do request: Head "https://${host}/v2/": dial tcp: lookup ${host}: no such host`,
    };
  }
  const tag = /:([\w.-]+)$/.exec(image)?.[1] ?? '';
  if (tag.includes('does-not-exist')) {
    return {
      reason: 'ErrImagePull',
      message: `rpc error: code = NotFound desc = ${pull}: ${image}: not found`,
    };
  }
  return undefined;
}

/** The id under which a node holds an image. */
export function imageId(image: string): string {
  const repository = image.replace(/[:@][^/]*$/, '');
  const digest = createHash('sha256').update(image).digest('hex');
  return `${repository}@sha256:${digest}`;
}

/** Bytes that the `Pulled` event names; by the image's name. */
export function imageSize(image: string): number {
  return 40_000_000 + (parseInt(imageId(image).slice(-6), 16) % 90_000_000);
}
