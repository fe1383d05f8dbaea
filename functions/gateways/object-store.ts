import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { requireEnv } from '#functions/platform/config.ts';

/** How long a signed link opens its object, and nothing else. */
const linkSeconds = 300;

let client: S3Client | undefined;

/** S3; on one machine, the object store of `infra/local`, by its endpoint. */
const store = (): S3Client =>
  (client ??= new S3Client({
    forcePathStyle: process.env['AWS_ENDPOINT_URL_S3'] !== undefined,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
  }));

const bucket = (): string => requireEnv('BUCKET_NAME');

export async function putObject(key: string, bytes: Uint8Array, mediaType: string): Promise<void> {
  await store().send(
    new PutObjectCommand({ Bucket: bucket(), Key: key, Body: bytes, ContentType: mediaType }),
  );
}

/** The bytes of an object; undefined when there is none. */
export async function getObject(key: string): Promise<Uint8Array | undefined> {
  try {
    const { Body } = await store().send(new GetObjectCommand({ Bucket: bucket(), Key: key }));
    return await Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined;
    throw error;
  }
}

export async function deleteObject(key: string): Promise<void> {
  await store().send(new DeleteObjectCommand({ Bucket: bucket(), Key: key }));
}

export interface UploadLink {
  readonly method: 'PUT';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A link that takes one object of exactly this type and size, for five minutes. */
export async function signUpload(
  key: string,
  { mediaType, sizeBytes }: { readonly mediaType: string; readonly sizeBytes: number },
): Promise<UploadLink> {
  const url = await getSignedUrl(
    store(),
    new PutObjectCommand({
      Bucket: bucket(),
      Key: key,
      ContentType: mediaType,
      ContentLength: sizeBytes,
    }),
    {
      expiresIn: linkSeconds,
      signableHeaders: new Set(['content-type', 'content-length', 'host']),
    },
  );
  return { method: 'PUT', url, headers: { 'content-type': mediaType } };
}

/** A link that gives the object under that file name, as an attachment, for five minutes. */
export const signDownload = (
  key: string,
  { fileName, mediaType }: { readonly fileName: string; readonly mediaType: string },
): Promise<string> =>
  getSignedUrl(
    store(),
    new GetObjectCommand({
      Bucket: bucket(),
      Key: key,
      ResponseContentType: mediaType,
      ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    }),
    { expiresIn: linkSeconds },
  );
