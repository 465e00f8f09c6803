/* eslint-disable no-bitwise -- the format packs its fields into bits */
import { decompress } from 'fzstd';

const MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** Every compressed text in some bytes, regardless of the bytes around it. */
export function* textsIn(bytes: Buffer): Generator<string> {
  for (let start = bytes.indexOf(MAGIC); start >= 0; start = bytes.indexOf(MAGIC, start + 1)) {
    const text = textAt(bytes, start);
    if (text !== undefined) { yield text; }
  }
}

function textAt(bytes: Buffer, start: number): string | undefined {
  try {
    return Buffer.from(decompress(bytes.subarray(start, endOfFrame(bytes, start)))).toString('utf8');
  } catch {
    return undefined; // these bytes are not a frame
  }
}

/** @see https://datatracker.ietf.org/doc/html/rfc8878#section-3.1.1 */
function endOfFrame(bytes: Buffer, start: number): number {
  const descriptor = bytes[start + 4];
  const singleSegment = (descriptor & 0x20) !== 0;
  const sizeBytes = [singleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6];
  let at = start + 5 + (singleSegment ? 0 : 1) + [0, 1, 2, 4][descriptor & 0x03] + sizeBytes;
  for (;;) {
    const header = bytes.readUIntLE(at, 3);
    const [last, repeated] = [(header & 1) !== 0, (header >> 1 & 3) === 1];
    at += 3 + (repeated ? 1 : header >> 3);
    if (last) { return at + ((descriptor & 0x04) !== 0 ? 4 : 0); }
  }
}
