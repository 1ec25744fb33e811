import { fileTypeFromBuffer } from 'file-type';
import { MEDIA_TYPES, type MediaType } from '../../../shared/records/document.js';
import { failure, success, type Result } from '../../../shared/lib/result.js';
import { extensionOf } from '../../../shared/lib/file-name.js';

const EXTENSIONS: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};

export interface CheckedFile {
  readonly mediaType: MediaType;
  /** With an extension that says what the file is. */
  readonly name: string;
}

/** What a file is by its content, which must be one of the four kinds that are taken and what its name says. */
export async function checkMediaType(
  bytes: Uint8Array,
  name: string,
): Promise<Result<CheckedFile, 'file/unknown-type' | 'file/not-what-its-name-says'>> {
  const extension = extensionOf(name);
  const claimed = MEDIA_TYPES.find((type) => EXTENSIONS[type].includes(extension));
  const found = await detect(bytes);
  const mediaType = MEDIA_TYPES.find((type) => type === found);
  if (extension === '' && mediaType !== undefined) {
    return success({ mediaType, name: `${name}.${EXTENSIONS[mediaType][0]}` });
  }
  if (claimed === undefined)
    return failure(mediaType === undefined ? 'file/unknown-type' : 'file/not-what-its-name-says');
  return mediaType === claimed ? success({ mediaType, name }) : failure('file/not-what-its-name-says');
}

/** Undefined for what is no known kind, and for what breaks off where its kind says that there is more. */
async function detect(bytes: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime;
  } catch {
    return undefined; // a broken archive makes the detector throw
  }
}
